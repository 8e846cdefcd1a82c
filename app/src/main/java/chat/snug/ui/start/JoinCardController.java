package chat.snug.ui.start;

import chat.snug.ui.Messages;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card through which one joins a room by its address. */
public final class JoinCardController {
    @FXML private Label addressLabel;
    @FXML private TextField address;
    @FXML private Label error;
    @FXML private VBox passwordField;
    @FXML private Button readCopy;
    @FXML private Label passwordLabel;
    @FXML private PasswordField password;
    @FXML private Label passwordError;
    @FXML private CheckBox remember;
    @FXML private ToggleButton more;
    @FXML private VBox moreFields;
    @FXML private Label accountLabel;
    @FXML private TextField account;
    @FXML private Label accountPasswordLabel;
    @FXML private PasswordField accountPassword;
    @FXML private Label accountError;
    @FXML private Button join;
    @FXML private HBox connecting;
    @FXML private Label connectingText;
    @FXML private Label waitingHint;
    @FXML private Button cancel;

    private @Nullable JoinViewModel viewModel;

    @FXML
    private void initialize() {
        addressLabel.setLabelFor(address);
        passwordLabel.setLabelFor(password);
        accountLabel.setLabelFor(account);
        accountPasswordLabel.setLabelFor(accountPassword);
        moreFields.visibleProperty().bind(more.selectedProperty());
        moreFields.managedProperty().bind(more.selectedProperty());
        for (Node part :
                new Node[] {readCopy, passwordField, remember, join, connecting, waitingHint}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /** Shows {@code model}, which lives as long as the card. */
    public void show(JoinViewModel model, Messages messages) {
        viewModel = model;
        address.textProperty().bindBidirectional(model.addressProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        error.textProperty().bind(model.errorProperty());
        passwordError.textProperty().bind(model.passwordErrorProperty());
        more.selectedProperty().bindBidirectional(model.signingInProperty());
        account.textProperty().bindBidirectional(model.accountProperty());
        accountPassword.textProperty().bindBidirectional(model.accountPasswordProperty());
        accountError.textProperty().bind(model.accountErrorProperty());
        moreFields.disableProperty().bind(model.connectingProperty());
        model.accountErrorProperty()
                .addListener((_, _, text) -> FieldProblem.mark(accountPassword, text));
        readCopy.visibleProperty().bind(model.copyProperty());
        passwordField.visibleProperty().bind(model.passwordAskedProperty());
        remember.selectedProperty().bindBidirectional(model.rememberingProperty());
        remember.visibleProperty()
                .bind(model.passwordAskedProperty().or(model.signingInProperty()));
        remember.disableProperty().bind(model.connectingProperty());
        connecting.visibleProperty().bind(model.connectingProperty());
        connectingText
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> messages.text(doing(model)),
                                model.waitingProperty(),
                                model.recallingProperty(),
                                messages.localeProperty()));
        cancel.accessibleHelpProperty().bind(connectingText.textProperty());
        waitingHint.visibleProperty().bind(model.waitingProperty());
        join.visibleProperty().bind(model.connectingProperty().not());
        address.disableProperty().bind(model.connectingProperty());
        password.disableProperty().bind(model.connectingProperty());
        model.connectingProperty().addListener((_, _, now) -> followConnecting(now));
        model.errorProperty().addListener((_, _, text) -> FieldProblem.mark(address, text));
        model.passwordErrorProperty()
                .addListener((_, _, text) -> FieldProblem.mark(password, text));
    }

    private static String doing(JoinViewModel model) {
        if (model.recallingProperty().get()) {
            return "join.keyring";
        }
        return model.waitingProperty().get() ? "join.waiting" : "join.connecting";
    }

    /** Where typing begins. */
    public void focus() {
        address.requestFocus();
    }

    private void followConnecting(boolean now) {
        if (now) {
            cancel.requestFocus();
        } else {
            address.requestFocus();
        }
    }

    @FXML
    private void join() {
        if (viewModel != null) {
            viewModel.join();
        }
    }

    @FXML
    private void readCopy() {
        if (viewModel != null) {
            viewModel.readCopy();
        }
    }

    @FXML
    private void cancel() {
        if (viewModel != null) {
            viewModel.cancel();
        }
    }
}
