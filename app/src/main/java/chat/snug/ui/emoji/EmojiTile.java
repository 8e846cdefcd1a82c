package chat.snug.ui.emoji;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One emoji to click on: a picture where there is one, else as the toolkit draws it. */
final class EmojiTile extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final EmojiView picture = new EmojiView();
    private final Text glyph = new Text();

    EmojiTile() {
        getStyleClass().add("emoji-tile");
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(glyph, picture);
    }

    /** Shows {@code emoji}, or nothing. */
    void show(@Nullable String emoji, String name) {
        setVisible(emoji != null);
        if (emoji != null) {
            Image image = EmojiImages.installed().of(emoji);
            picture.setImage(image);
            glyph.setText(image == null ? emoji : "");
            setAccessibleText(name);
        }
    }

    void setChosen(boolean now) {
        pseudoClassStateChanged(CHOSEN, now);
    }
}
