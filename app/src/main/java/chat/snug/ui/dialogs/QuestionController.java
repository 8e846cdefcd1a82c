package chat.snug.ui.dialogs;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows a {@link Question}. */
public final class QuestionController {
    @FXML private Label title;
    @FXML private Label text;
    @FXML private Button no;
    @FXML private Button yes;

    /**
     * Shows {@code question}.
     *
     * @param onNo leaves everything as it is
     */
    public void show(Question question, Runnable onNo) {
        title.setText(question.title());
        text.setText(question.text());
        yes.setText(question.yes());
        yes.setOnAction(_ -> question.onYes().run());
        no.setOnAction(_ -> onNo.run());
    }

    /** The safe answer is the one that Enter gives. */
    public void focus() {
        no.requestFocus();
    }
}
