package chat.snug.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(ScreenExtension.class)
final class EmojiLabelTest {
    private EmojiLabel label;
    private HBox row;

    @Start
    void start(Stage stage) {
        label = new EmojiLabel();
        row = new HBox(label);
        stage.setScene(new Scene(row, 400, 100));
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    @Test
    void aRowThatShowsSomebodyElseHasPlaceForTheWholeName(FxRobot robot) {
        robot.interact(() -> laidOut("🦊"));
        double narrow = label.getWidth();

        robot.interact(() -> laidOut("🦊 a much longer name"));

        assertThat(label.getWidth()).isGreaterThan(narrow + 100);
        assertThat(pieces().getWidth()).isEqualTo(wanted());
    }

    @Test
    void whatDoesNotFitStaysInsideOfTheLabel(FxRobot robot) {
        robot.interact(
                () -> {
                    label.setMinWidth(0);
                    label.setMaxWidth(80);
                    laidOut("🦊 a much longer name");
                });

        assertThat(wanted()).isGreaterThan(80);
        assertThat(pieces().getWidth()).isEqualTo(label.getWidth()).isLessThanOrEqualTo(80);
    }

    @BeforeEach
    void needPictures() {
        assumeThat(EmojiFont.find()).as("Noto Color Emoji is installed").isNotNull();
    }

    private void laidOut(String name) {
        label.setText(name);
        row.applyCss();
        row.autosize();
        row.layout();
    }

    /** How wide the whole name is. */
    private double wanted() {
        return Screens.ask(() -> pieces().prefWidth(-1));
    }

    private Region pieces() {
        return (Region) label.getGraphic();
    }
}
