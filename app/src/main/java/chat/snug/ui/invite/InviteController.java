package chat.snug.ui.invite;

import chat.snug.ui.Choice;
import chat.snug.ui.CopyButton;
import chat.snug.ui.Messages;
import chat.snug.ui.trust.KeyWords;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows an {@link InviteViewModel}. */
public final class InviteController {
    @FXML private ScrollPane root;
    @FXML private Label title;
    @FXML private QrView qr;
    @FXML private VBox addressField;
    @FXML private Label addressLabel;
    @FXML private ComboBox<InviteAddress> addresses;
    @FXML private TextField link;
    @FXML private Button copyLink;
    @FXML private TextField address;
    @FXML private Button copyAddress;
    @FXML private Label irssi;
    @FXML private Button copyIrssi;
    @FXML private Label hexChat;
    @FXML private Button copyHexChat;
    @FXML private VBox keyField;
    @FXML private Label usesLabel;
    @FXML private ComboBox<Integer> uses;
    @FXML private Label hoursLabel;
    @FXML private ComboBox<Integer> hours;
    @FXML private Button makeKey;
    @FXML private Label note;
    @FXML private VBox wordsField;
    @FXML private Label wordsLabel;
    @FXML private Label words;

    private @Nullable Messages messages;

    @FXML
    private void initialize() {
        addressLabel.setLabelFor(addresses);
        usesLabel.setLabelFor(uses);
        hoursLabel.setLabelFor(hours);
        for (Node part : new Node[] {addressField, keyField, note, wordsField}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /** Shows {@code model}. */
    public void show(InviteViewModel model, Messages words) {
        messages = words;
        title.setText(model.title());
        addresses.setItems(model.addresses());
        addresses.valueProperty().bindBidirectional(model.chosenProperty());
        addressField.visibleProperty().bind(Bindings.size(model.addresses()).greaterThan(1));
        show(model.key());
        wordsLabel.setText(model.wordsLabel());
        wordsLabel.setLabelFor(this.words);
        this.words.textProperty().bind(KeyWords.orWorking(model.wordsProperty(), words));
        wordsField.setVisible(model.hasKey());
        model.inviteProperty().addListener((_, _, _) -> fill(model));
        fill(model);
        copies(copyLink, model::link);
        copies(copyAddress, model::address);
        copies(copyIrssi, model::irssi);
        copies(copyHexChat, model::hexChat);
    }

    private void show(InviteKey key) {
        keyField.setVisible(key.isOfUse());
        Choice.ofNumbers(uses, key.useChoices(), key::describeUses);
        uses.valueProperty().bindBidirectional(key.usesProperty());
        Choice.ofNumbers(hours, key.hourChoices(), key::describeHours);
        hours.valueProperty().bindBidirectional(key.hoursProperty());
        makeKey.setOnAction(_ -> key.make());
        note.textProperty().bind(key.noteProperty());
        note.visibleProperty().bind(key.noteProperty().isNotEmpty());
        key.thereProperty().subscribe(there -> prefer(key.isOfUse() && !there));
    }

    /** What most people want has the colour: a key while there is none, then the link. */
    private void prefer(boolean making) {
        Button wanted = making ? makeKey : copyLink;
        for (Button button : new Button[] {makeKey, copyLink}) {
            button.getStyleClass().removeAll("accent", "outline");
            button.getStyleClass().add(button.equals(wanted) ? "accent" : "outline");
        }
        if (!making && makeKey.isFocused()) {
            copyLink.requestFocus();
        }
    }

    private void fill(InviteViewModel model) {
        link.setText(model.link());
        address.setText(model.address());
        irssi.setText(model.irssi());
        hexChat.setText(model.hexChat());
        qr.show(model.code());
        if (messages != null) {
            qr.setAccessibleText(messages.text("invite.qr", model.link()));
        }
    }

    private void copies(Button button, Supplier<String> text) {
        if (messages != null) {
            CopyButton.copies(button, messages, text);
        }
    }

    /** What most people want. */
    public void focus() {
        root.applyCss();
        root.layout(); // what a scroll pane holds is in the scene from then on
        (makeKey.getStyleClass().contains("accent") ? makeKey : copyLink).requestFocus();
    }
}
