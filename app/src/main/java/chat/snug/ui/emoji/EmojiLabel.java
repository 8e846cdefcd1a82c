package chat.snug.ui.emoji;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/**
 * A label in whose one line emoji are pictures, where the toolkit cannot draw them. Its text stays
 * what it is, for readers of the screen and for whoever asks.
 */
public final class EmojiLabel extends Label {
    private final HBox pieces = new HBox();

    /** Empty; also for FXML. */
    public EmojiLabel() {
        pieces.getStyleClass().add("emoji-pieces");
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        pieces.setClip(room);
        textProperty().subscribe(this::show);
    }

    /** What does not fit is cut here: a bound of the pieces would be a bound of our own wish. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (pieces.equals(getGraphic())) {
            pieces.resize(Math.min(getWidth(), pieces.prefWidth(-1)), pieces.getHeight());
        }
    }

    private void show(String text) {
        pieces.getChildren().clear();
        List<EmojiText.Part> parts = EmojiText.parts(text == null ? "" : text);
        boolean pictures = false;
        boolean plain = parts.size() == 1 && !parts.getFirst().emoji();
        for (EmojiText.Part part : plain ? List.<EmojiText.Part>of() : parts) {
            Image picture = part.emoji() ? EmojiImages.installed().of(part.text()) : null;
            if (picture == null) {
                words(part.text());
            } else {
                pictures = true;
                EmojiView view = new EmojiView();
                view.setImage(picture);
                pieces.getChildren().add(view);
            }
        }
        setGraphic(pictures ? pieces : null);
        setContentDisplay(pictures ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private void words(String text) {
        Label words = new Label(text);
        words.setMinWidth(0);
        words.fontProperty().bind(fontProperty());
        words.textFillProperty().bind(textFillProperty());
        pieces.getChildren().add(words);
    }
}
