package chat.snug.ui.trust;

import chat.snug.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a {@link KeyAlarmViewModel}. */
public final class KeyAlarmController {
    @FXML private Label title;
    @FXML private Label text;
    @FXML private Label advice;
    @FXML private VBox expectedPart;
    @FXML private Label expectedLabel;
    @FXML private FingerprintLabel expected;
    @FXML private Label expectedWords;
    @FXML private Label shownLabel;
    @FXML private FingerprintLabel shown;
    @FXML private Label shownWords;
    @FXML private VBox answers;
    @FXML private Button back;
    @FXML private Button forget;
    @FXML private VBox sure;
    @FXML private Label sureText;
    @FXML private Button yes;
    @FXML private Button keep;

    private @Nullable KeyAlarmViewModel model;

    @FXML
    private void initialize() {
        expectedLabel.setLabelFor(expected);
        shownLabel.setLabelFor(shown);
        for (Node part : new Node[] {expectedPart, answers, sure}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /**
     * Shows {@code alarm}.
     *
     * @param onBack leaves everything as it is
     */
    public void show(KeyAlarmViewModel alarm, Messages messages, Runnable onBack) {
        model = alarm;
        title.setText(alarm.title());
        text.setText(alarm.text());
        advice.setText(alarm.advice());
        expectedLabel.setText(alarm.expectedLabel());
        expected.show(alarm.expected());
        expectedPart.setVisible(!alarm.expected().isEmpty());
        shownLabel.setText(alarm.shownLabel());
        shown.show(alarm.shown());
        String working = messages.text("trust.working");
        expectedWords
                .textProperty()
                .bind(alarm.expectedWordsProperty().map(now -> now.isEmpty() ? working : now));
        shownWords
                .textProperty()
                .bind(alarm.shownWordsProperty().map(now -> now.isEmpty() ? working : now));
        forget.setText(alarm.forgetLabel());
        sureText.setText(alarm.sureText());
        yes.setText(alarm.sureLabel());
        keep.setText(alarm.keepLabel());
        back.setOnAction(_ -> onBack.run());
        sure.visibleProperty().bind(alarm.askingProperty());
        answers.visibleProperty().bind(alarm.askingProperty().not());
        alarm.askingProperty().addListener((_, _, _) -> focus());
    }

    /** The safe answer is the one that Enter gives. */
    public void focus() {
        (model != null && model.askingProperty().get() ? keep : back).requestFocus();
    }

    @FXML
    private void forget() {
        if (model != null) {
            model.ask(true);
        }
    }

    @FXML
    private void keep() {
        if (model != null) {
            model.ask(false);
        }
    }

    @FXML
    private void yes() {
        if (model != null) {
            model.forget();
        }
    }
}
