package chat.snug.ui;

import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/**
 * A person's initials on a rounded square in the person's colour; 26 px in lists, 36 px with the
 * style class {@code large}. Built once per cell and given names.
 *
 * <p>Colours are the looked-up {@code -snug-avatar-N}; the name's own colour is {@code
 * -snug-name-N} with the same N, see {@link #colour(String)}.
 */
public final class Avatar extends Label {
    private static final String CLASS_PREFIX = "avatar-";

    private final EmojiView face = new EmojiView();
    private String colourClass = CLASS_PREFIX + 0;

    /** An avatar of nobody yet; also for FXML. */
    public Avatar() {
        getStyleClass().addAll("avatar", colourClass);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        // The name always stands beside it.
        setFocusTraversable(false);
    }

    /** Shows {@code name}; on the JavaFX thread. */
    public void show(String name) {
        String initials = Initials.of(name);
        EmojiText.Part first = EmojiText.parts(initials).stream().findFirst().orElse(null);
        Image picture =
                first != null && first.emoji() ? EmojiImages.installed().of(first.text()) : null;
        face.setImage(picture);
        setGraphic(picture == null ? null : face);
        setText(picture == null ? initials : "");
        String wanted = CLASS_PREFIX + colour(name);
        if (!wanted.equals(colourClass)) {
            getStyleClass().remove(colourClass);
            colourClass = wanted;
            getStyleClass().add(colourClass);
        }
    }

    /** The number of a name's colour, 0 to 11: the same on every computer, whatever the case. */
    public static int colour(String name) {
        return Initials.colour(name);
    }
}
