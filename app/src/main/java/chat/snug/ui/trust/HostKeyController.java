package chat.snug.ui.trust;

import chat.snug.ui.CopyButton;
import chat.snug.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a {@link HostKeyViewModel}. */
public final class HostKeyController {
    @FXML private Label title;
    @FXML private Label explanation;
    @FXML private VBox wordsPart;
    @FXML private Label invitation;
    @FXML private Label words;
    @FXML private Label differ;
    @FXML private VBox fingerprintPart;
    @FXML private Label fingerprintLabel;
    @FXML private FingerprintLabel fingerprint;
    @FXML private Button copy;
    @FXML private Button right;
    @FXML private Button notRight;
    @FXML private Button close;

    private @Nullable HostKeyViewModel model;

    @FXML
    private void initialize() {
        fingerprintLabel.setLabelFor(fingerprint);
        for (Node part : new Node[] {wordsPart, differ, fingerprintPart, right, notRight}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /** Shows {@code shown}. */
    public void show(HostKeyViewModel shown, Messages messages, Runnable onClose) {
        model = shown;
        title.setText(shown.title());
        explanation.textProperty().bind(shown.explanationProperty());
        wordsPart.setVisible(shown.comparable());
        invitation.setText(shown.invitation());
        words.textProperty().bind(KeyWords.orWorking(shown.wordsProperty(), messages));
        differ.setVisible(shown.checkable());
        String key = shown.fingerprint();
        fingerprintPart.setVisible(key != null);
        fingerprint.show(key == null ? "" : key);
        CopyButton.copies(copy, messages, () -> key == null ? "" : key);
        boolean checkable = shown.checkable();
        right.visibleProperty().bind(shown.checkedProperty().map(checked -> checkable && !checked));
        right.disableProperty().bind(shown.wordsProperty().isEmpty());
        notRight.visibleProperty()
                .bind(shown.checkedProperty().map(checked -> checkable && checked));
        close.setOnAction(_ -> onClose.run());
    }

    /** Nothing is decided by accident. */
    public void focus() {
        close.requestFocus();
    }

    @FXML
    private void right() {
        check(true);
    }

    @FXML
    private void notRight() {
        check(false);
    }

    private void check(boolean now) {
        if (model != null) {
            close.requestFocus(); // the button that has the keyboard goes away
            model.check(now);
        }
    }
}
