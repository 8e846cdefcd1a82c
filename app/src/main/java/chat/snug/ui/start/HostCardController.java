package chat.snug.ui.start;

import chat.snug.hosting.LocalAddress;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The card behind which a room of one's own is opened. */
public final class HostCardController {
    @FXML private VBox root;
    @FXML private Label roomLabel;
    @FXML private TextField room;
    @FXML private Label error;
    @FXML private ToggleButton more;
    @FXML private VBox moreFields;
    @FXML private Label portLabel;
    @FXML private TextField port;
    @FXML private Label portError;
    @FXML private Label passwordLabel;
    @FXML private PasswordField password;
    @FXML private Label passwordNote;
    @FXML private CheckBox asksFirst;
    @FXML private CheckBox plain;
    @FXML private VBox addressField;
    @FXML private Label addressLabel;
    @FXML private ComboBox<LocalAddress> addresses;

    private @Nullable HostViewModel viewModel;

    @FXML
    private void initialize() {
        roomLabel.setLabelFor(room);
        portLabel.setLabelFor(port);
        passwordLabel.setLabelFor(password);
        addressLabel.setLabelFor(addresses);
        moreFields.visibleProperty().bind(more.selectedProperty());
        moreFields.managedProperty().bind(more.selectedProperty());
        addressField.managedProperty().bind(addressField.visibleProperty());
        addresses.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable LocalAddress address) {
                        return address == null ? "" : address.host() + " · " + address.network();
                    }

                    @Override
                    public @Nullable LocalAddress fromString(String text) {
                        return null; // nothing is typed here
                    }
                });
    }

    /** Shows {@code model}, which lives as long as the card. */
    public void show(HostViewModel model) {
        viewModel = model;
        room.textProperty().bindBidirectional(model.roomProperty());
        more.selectedProperty().bindBidirectional(model.moreProperty());
        port.textProperty().bindBidirectional(model.portProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        asksFirst.selectedProperty().bindBidirectional(model.asksFirstProperty());
        plain.selectedProperty().bindBidirectional(model.plainProperty());
        addresses.setItems(model.addresses());
        addresses.valueProperty().bindBidirectional(model.shownAddressProperty());
        addressField.visibleProperty().bind(Bindings.size(model.addresses()).greaterThan(1));
        root.disableProperty().bind(model.openingProperty());
        error.textProperty().bind(model.errorProperty());
        portError.textProperty().bind(model.portErrorProperty());
        passwordNote.textProperty().bind(model.passwordNoteProperty());
        model.passwordNoteProperty().addListener((_, _, text) -> FieldProblem.mark(password, text));
        model.errorProperty().addListener((_, _, text) -> FieldProblem.mark(room, text));
        model.portErrorProperty().addListener((_, _, text) -> FieldProblem.mark(port, text));
        FieldProblem.mark(room, model.errorProperty().get());
    }

    /** Where typing begins. */
    public void focus() {
        room.requestFocus();
    }

    @FXML
    private void open() {
        if (viewModel != null) {
            viewModel.open();
        }
    }
}
