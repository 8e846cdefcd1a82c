package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

final class OverTalkTest {
    @Test
    void whatPassesBeginsWithTheTalkAndLiesOverNoFieldOfASheet() {
        BooleanProperty covered = new SimpleBooleanProperty();
        Region toast = new Region();
        OverTalk over =
                new OverTalk(
                        new SimpleDoubleProperty(58),
                        new SimpleDoubleProperty(248),
                        covered,
                        new Region(),
                        toast);
        assertThat(over.getPadding()).isEqualTo(new Insets(58, 0, 0, 0));
        assertThat(VBox.getMargin(toast)).isEqualTo(new Insets(0, 0, 0, 248));

        covered.set(true);
        assertThat(over.getPadding()).isEqualTo(Insets.EMPTY);
        assertThat(VBox.getMargin(toast)).isEqualTo(Insets.EMPTY);

        covered.set(false);
        assertThat(over.getPadding()).isEqualTo(new Insets(58, 0, 0, 0));
    }
}
