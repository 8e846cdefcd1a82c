package chat.snug.ui.room;

import chat.snug.client.RoomBan;
import chat.snug.ui.ListHeight;
import chat.snug.ui.Messages;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows a {@link RoomSettingsViewModel}. */
public final class RoomSettingsController {
    private static final int MOST_ROWS = 4;

    @FXML private ScrollPane root;
    @FXML private Label title;
    @FXML private Label lookOnly;
    @FXML private VBox nameField;
    @FXML private Label nameLabel;
    @FXML private TextField name;
    @FXML private Label topicLabel;
    @FXML private TextField topic;
    @FXML private ToggleGroup access;
    @FXML private RadioButton anyone;
    @FXML private RadioButton password;
    @FXML private RadioButton ask;
    @FXML private RadioButton invited;
    @FXML private VBox passwordField;
    @FXML private PasswordField newPassword;
    @FXML private Button setPassword;
    @FXML private Label passwordNote;
    @FXML private VBox guestField;
    @FXML private TextField guest;
    @FXML private Button addGuest;
    @FXML private ListView<String> guests;
    @FXML private VBox plainField;
    @FXML private CheckBox plain;
    @FXML private CheckBox moderated;
    @FXML private CheckBox topicLocked;
    @FXML private ListView<RoomBan> bans;
    @FXML private Button done;

    private @Nullable RoomSettingsViewModel shown;

    @FXML
    private void initialize() {
        nameLabel.setLabelFor(name);
        topicLabel.setLabelFor(topic);
        for (Node part :
                new Node[] {
                    lookOnly, nameField, ask, passwordField, passwordNote, guestField, plainField
                }) {
            part.managedProperty().bind(part.visibleProperty());
        }
        anyone.setUserData(RoomAccess.ANYONE);
        password.setUserData(RoomAccess.PASSWORD);
        ask.setUserData(RoomAccess.ASK);
        invited.setUserData(RoomAccess.INVITED);
        passwordField
                .visibleProperty()
                .bind(password.selectedProperty().or(ask.selectedProperty()));
        passwordNote.visibleProperty().bind(passwordNote.textProperty().isNotEmpty());
        setPassword.disableProperty().bind(newPassword.textProperty().isEmpty());
        addGuest.disableProperty().bind(guest.textProperty().isEmpty());
    }

    /**
     * Shows {@code model}.
     *
     * @param onDone puts the sheet away
     */
    public void show(RoomSettingsViewModel model, Messages messages, Runnable onDone) {
        shown = model;
        boolean may = model.mayChange();
        title.setText(model.title());
        lookOnly.setVisible(!may);
        nameField.setVisible(model.mayRename());
        ask.setVisible(model.mayAsk());
        plainField.setVisible(model.mayEncrypt());
        plain.selectedProperty().bindBidirectional(model.plainProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        name.focusedProperty().addListener((_, _, now) -> handIn(!now, model::rename));
        topic.textProperty().bindBidirectional(model.topicProperty());
        topic.focusedProperty().addListener((_, _, now) -> handIn(!now, model::changeTopic));
        newPassword.textProperty().bindBidirectional(model.passwordProperty());
        passwordNote.textProperty().bind(model.passwordNoteProperty());
        moderated.selectedProperty().bindBidirectional(model.moderatedProperty());
        topicLocked.selectedProperty().bindBidirectional(model.topicLockedProperty());
        select(model.accessProperty().get());
        model.accessProperty().addListener((_, _, now) -> select(now));
        access.selectedToggleProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now != null && now.getUserData() instanceof RoomAccess chosen) {
                                model.accessProperty().set(chosen);
                            }
                        });
        for (Node part :
                new Node[] {name, topic, anyone, password, ask, invited, moderated, topicLocked}) {
            part.setDisable(!may);
        }
        bans.setItems(model.bans());
        bans.setCellFactory(_ -> new BanCell(model, messages));
        ListHeight.fit(bans, MOST_ROWS);
        GuestList list = model.guests();
        guestField.setVisible(false);
        if (list.isThere()) {
            guestField.visibleProperty().bind(invited.selectedProperty());
        }
        guest.setDisable(!may);
        guest.textProperty().bindBidirectional(list.nameProperty());
        guests.setItems(list.masks());
        guests.setCellFactory(_ -> new GuestCell(list, messages, may));
        ListHeight.fit(guests, MOST_ROWS);
        done.setOnAction(_ -> onDone.run());
    }

    @FXML
    private void addGuest() {
        if (shown != null) {
            shown.guests().add();
        }
    }

    private static void handIn(boolean left, Runnable text) {
        if (left) {
            text.run();
        }
    }

    private void select(RoomAccess now) {
        access.selectToggle(
                switch (now) {
                    case ANYONE -> anyone;
                    case PASSWORD -> password;
                    case ASK -> ask;
                    case INVITED -> invited;
                });
    }

    @FXML
    private void rename() {
        if (shown != null) {
            shown.rename();
        }
    }

    @FXML
    private void changeTopic() {
        if (shown != null) {
            shown.changeTopic();
        }
    }

    @FXML
    private void changePassword() {
        if (shown != null) {
            shown.changePassword();
        }
    }

    /** Where typing begins, if one may type. */
    public void focus() {
        root.applyCss();
        root.layout(); // what a scroll pane holds is in the scene from then on
        (name.isDisabled() || !nameField.isVisible() ? done : name).requestFocus();
    }
}
