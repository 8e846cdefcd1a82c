package chat.snug.ui.emoji;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;

/** A picture that stands in a line of text like a character. */
public final class EmojiView extends ImageView {
    /** The part of it that is above the line that letters stand on. */
    private static final double ABOVE_BASELINE = 0.8;

    /** Nothing yet; give it an image. */
    public EmojiView() {
        setPreserveRatio(true);
        setSmooth(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("emoji");
    }

    @Override
    public double getBaselineOffset() {
        return getFitHeight() * ABOVE_BASELINE;
    }
}
