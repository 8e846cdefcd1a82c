package chat.snug.ui.hosting;

import chat.snug.ui.Choice;
import chat.snug.ui.ListHeight;
import chat.snug.ui.Messages;
import chat.snug.ui.door.DoorController;
import chat.snug.ui.hosting.Household.HouseRoom;
import chat.snug.ui.trust.KeyWords;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a {@link HostingViewModel}, which is asked about once a second while it is shown. */
public final class HostingController {
    private static final int MOST_ROWS = 8;
    private static final Duration BETWEEN_LOOKS = Duration.seconds(1);

    private final Timeline looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> look()));

    @FXML private ScrollPane root;
    @FXML private Label summary;
    @FXML private ListView<VisitorRow> people;
    @FXML private VBox rooms;
    @FXML private DoorController doorController;
    @FXML private CheckBox plain;
    @FXML private VBox wordsPart;
    @FXML private Label words;
    @FXML private CheckBox earlier;
    @FXML private Label daysLabel;
    @FXML private ComboBox<Integer> days;
    @FXML private Label messagesLabel;
    @FXML private ComboBox<Integer> messages;
    @FXML private Label data;

    private @Nullable HostingViewModel shown;

    @FXML
    private void initialize() {
        wordsPart.managedProperty().bind(wordsPart.visibleProperty());
        looks.setCycleCount(Animation.INDEFINITE);
        daysLabel.setLabelFor(days);
        messagesLabel.setLabelFor(messages);
        people.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        people.setOnContextMenuRequested(this::menuRequested);
        root.sceneProperty().addListener((_, _, scene) -> run(scene != null && shown != null));
    }

    /** Shows {@code model}, and looks once a second until {@link #hide()}. */
    public void show(HostingViewModel model, Messages words) {
        hide();
        shown = model;
        summary.textProperty().bind(model.summaryProperty());
        people.setItems(model.rows());
        people.setCellFactory(_ -> new VisitorCell(model, words));
        ListHeight.fit(people, MOST_ROWS);
        this.words.textProperty().bind(KeyWords.orWorking(model.hostWordsProperty(), words));
        wordsPart.setVisible(model.hasKey());
        doorController.show(model.door());
        plain.selectedProperty().bindBidirectional(model.plainProperty());
        earlier.selectedProperty().bindBidirectional(model.earlierProperty());
        Choice.ofNumbers(days, model.dayChoices(), model::describeDays);
        days.valueProperty().bindBidirectional(model.daysProperty());
        Choice.ofNumbers(messages, model.messageChoices(), model::describeMessages);
        messages.valueProperty().bindBidirectional(model.messagesProperty());
        data.textProperty().bind(model.dataProperty());
        rooms.getChildren()
                .setAll(model.rooms().stream().map(room -> row(model, room, words)).toList());
        model.lookAtData();
        run(root.getScene() != null);
    }

    /** Where the keyboard is of use. */
    public void focus() {
        root.applyCss();
        root.layout(); // what a scroll pane holds is in the scene from then on
        people.requestFocus();
    }

    /** Lets go of what is shown; nothing is asked any more. */
    public void hide() {
        run(false);
        HostingViewModel before = shown;
        shown = null;
        if (before != null) {
            doorController.hide();
            plain.selectedProperty().unbindBidirectional(before.plainProperty());
            earlier.selectedProperty().unbindBidirectional(before.earlierProperty());
            days.valueProperty().unbindBidirectional(before.daysProperty());
            messages.valueProperty().unbindBidirectional(before.messagesProperty());
        }
    }

    /** Whether it asks who is here, again and again. */
    boolean isLooking() {
        return looks.getStatus() == Animation.Status.RUNNING;
    }

    private void run(boolean now) {
        if (now) {
            look();
            looks.playFromStart();
        } else {
            looks.stop();
        }
    }

    private void look() {
        if (shown != null) {
            shown.refresh();
        }
    }

    private static Node row(HostingViewModel model, HouseRoom room, Messages words) {
        Label title = new Label();
        title.textProperty().bind(room.titleProperty());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button invite = new Button(words.text("hosting.invite"));
        invite.getStyleClass().add("outline");
        invite.setOnAction(_ -> model.invite(room));
        Button settings = new Button(words.text("hosting.settings"));
        settings.getStyleClass().add("outline");
        settings.setOnAction(_ -> model.settings(room));
        for (Button button : List.of(invite, settings)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.accessibleTextProperty()
                    .bind(Bindings.concat(button.getText(), ": ", room.titleProperty()));
        }
        HBox row = new HBox(title, invite, settings);
        row.getStyleClass().add("house-room");
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            openMenu();
            event.consume();
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            openMenu();
            event.consume();
        }
    }

    private void openMenu() {
        VisitorRow focused = people.getFocusModel().getFocusedItem();
        people.lookupAll(".visitor-cell").stream()
                .filter(VisitorCell.class::isInstance)
                .map(VisitorCell.class::cast)
                .filter(cell -> focused != null && focused.equals(cell.getItem()))
                .findFirst()
                .ifPresent(VisitorCell::openMenu);
    }

    @FXML
    private void forget() {
        if (shown != null) {
            shown.forgetEverything();
        }
    }

    @FXML
    private void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
