package chat.snug.ui.dialogs;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;

/** Asks for a {@link Secret}. */
public final class SecretController {
    @FXML private Label title;
    @FXML private Label text;
    @FXML private PasswordField word;
    @FXML private Button no;
    @FXML private Button yes;

    private @Nullable Secret secret;
    private Runnable onDone = () -> {};

    @FXML
    private void initialize() {
        yes.disableProperty().bind(word.textProperty().isEmpty());
    }

    /**
     * Asks for {@code asked}.
     *
     * @param done puts the sheet away
     */
    public void show(Secret asked, Runnable done) {
        secret = asked;
        onDone = done;
        title.setText(asked.title());
        text.setText(asked.text());
        yes.setText(asked.yes());
        word.setAccessibleText(asked.title());
        no.setOnAction(_ -> done.run());
    }

    /** Where typing begins. */
    public void focus() {
        word.requestFocus();
    }

    @FXML
    private void submit() {
        String typed = word.getText();
        if (secret != null && !typed.isEmpty()) {
            onDone.run();
            secret.onYes().accept(typed);
        }
    }
}
