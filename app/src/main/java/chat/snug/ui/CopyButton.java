package chat.snug.ui;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** A button that copies a text, and says for a moment that it did. */
public final class CopyButton {
    private static final Duration THANKS = Duration.seconds(2);

    private CopyButton() {}

    /** Makes {@code button} one for what {@code text} gives when it is pressed. */
    public static void copies(Button button, Messages words, Supplier<String> text) {
        String before = button.getText();
        PauseTransition thanks = new PauseTransition(THANKS);
        thanks.setOnFinished(_ -> button.setText(before));
        button.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text.get());
                    Clipboard.getSystemClipboard().setContent(content);
                    button.setText(words.text("invite.copied"));
                    thanks.playFromStart();
                });
    }
}
