package chat.snug.ui.network;

import chat.snug.ui.Messages;
import chat.snug.ui.network.AccountViewModel.Step;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Shows an {@link AccountViewModel}. */
public final class AccountController {
    @FXML private Label title;
    @FXML private Label text;
    @FXML private TextField name;
    @FXML private PasswordField password;
    @FXML private TextField email;
    @FXML private TextField code;
    @FXML private TextArea fingerprints;
    @FXML private Button key;
    @FXML private Label remark;
    @FXML private Button other;
    @FXML private Button no;
    @FXML private Button yes;

    private @Nullable AccountViewModel model;
    private Runnable onDone = () -> {};

    @FXML
    private void initialize() {
        for (Node part :
                new Node[] {name, password, email, code, fingerprints, remark, key, other, yes}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
    }

    /**
     * Shows {@code shown}.
     *
     * @param done puts the sheet away
     */
    public void show(AccountViewModel shown, Messages words, Runnable done) {
        model = shown;
        onDone = done;
        name.textProperty().bindBidirectional(shown.nameProperty());
        password.textProperty().bindBidirectional(shown.passwordProperty());
        email.textProperty().bindBidirectional(shown.emailProperty());
        code.textProperty().bindBidirectional(shown.codeProperty());
        fingerprints.textProperty().bind(shown.fingerprintsProperty());
        shown.fingerprintsProperty().subscribe(() -> key.setVisible(shown.hasKey()));
        text.textProperty().bind(shown.textProperty());
        remark.textProperty().bind(shown.remarkProperty());
        yes.disableProperty().bind(shown.busyProperty());
        title.textProperty()
                .bind(shown.stepProperty().map(step -> words.text(key(step) + ".title")));
        shown.stepProperty().subscribe(step -> arrange(shown, words, step));
    }

    private void arrange(AccountViewModel shown, Messages words, Step step) {
        name.setVisible(step == Step.SIGN_IN);
        password.setVisible(step == Step.SIGN_IN || step == Step.REGISTER);
        email.setVisible(step == Step.REGISTER);
        code.setVisible(step == Step.VERIFY);
        fingerprints.setVisible(step == Step.KEY);
        key.setVisible(shown.hasKey());
        boolean asks = step != Step.NONE && step != Step.SIGNED_IN;
        yes.setVisible(asks);
        yes.setText(asks ? words.text(key(step) + ".yes") : "");
        no.setText(words.text(asks ? "secret.no" : "account.close"));
        other.setVisible(shown.hasOther());
        other.setText(
                words.text(
                        step == Step.SIGN_IN
                                ? "account.to-register"
                                : step == Step.KEY ? "account.to-password" : "account.to-sign-in"));
        focus();
    }

    private static String key(Step step) {
        return switch (step) {
            case NONE, SIGN_IN -> "account.sign-in";
            case KEY -> "account.key";
            case REGISTER -> "account.register";
            case VERIFY -> "account.verify";
            case SIGNED_IN -> "account.signed-in";
        };
    }

    /** Where typing begins. */
    public void focus() {
        Node first = code.isVisible() ? code : password.isVisible() ? password : no;
        first.requestFocus();
    }

    @FXML
    private void submit() {
        if (model != null) {
            model.submit();
        }
    }

    @FXML
    private void other() {
        if (model != null) {
            model.other();
        }
    }

    @FXML
    private void byKey() {
        if (model != null) {
            model.byKey();
        }
    }

    @FXML
    private void cancel() {
        onDone.run();
    }
}
