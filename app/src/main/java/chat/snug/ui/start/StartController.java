package chat.snug.ui.start;

import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The first screen. */
public final class StartController {
    @FXML private Label note;
    @FXML private Label nameLabel;
    @FXML private TextField name;
    @FXML private Label nameError;
    @FXML private VBox lately;
    @FXML private FlowPane chips;
    @FXML private Button again;
    @FXML private HostCardController hostController;
    @FXML private JoinCardController joinController;

    @FXML
    private void initialize() {
        nameLabel.setLabelFor(name);
        lately.managedProperty().bind(lately.visibleProperty());
    }

    /** Shows {@code model}, which lives as long as the screen. */
    public void show(StartViewModel model, Messages messages) {
        note.setText(model.settingsNote());
        name.textProperty().bindBidirectional(model.nameProperty());
        nameError.textProperty().bind(model.nameErrorProperty());
        model.nameErrorProperty()
                .addListener(
                        (_, _, text) -> {
                            name.pseudoClassStateChanged(FieldProblem.DANGER, !text.isEmpty());
                            if (!text.isEmpty()) {
                                name.requestFocus();
                                name.selectAll();
                            }
                        });
        name.setOnAction(_ -> model.goOn());
        hostController.show(model.host());
        joinController.show(model.join(), messages);
        again.managedProperty().bind(again.visibleProperty());
        again.visibleProperty().bind(model.leftOpenProperty().greaterThan(1));
        again.textProperty()
                .bind(model.leftOpenProperty().map(n -> messages.text("start.again", n)));
        again.setOnAction(_ -> model.goBackToAll());
        lately.visibleProperty().bind(Bindings.isNotEmpty(model.recents()));
        model.recents().addListener((ListChangeListener<RecentRoom>) _ -> showChips(model));
        showChips(model);
    }

    /** Where typing begins: the room's name, as the person's own is filled in. */
    public void focus() {
        if (name.getText().isEmpty()) {
            name.requestFocus();
        } else {
            hostController.focus();
        }
    }

    private void showChips(StartViewModel model) {
        chips.getChildren().setAll(model.recents().stream().map(r -> chip(model, r)).toList());
    }

    private static Node chip(StartViewModel model, RecentRoom recent) {
        Label title = new Label(model.title(recent));
        title.getStyleClass().add("chip-title");
        Label place = new Label(model.describe(recent));
        place.getStyleClass().add("chip-place");
        Button chip = new Button();
        chip.getStyleClass().add("chip");
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chip.setGraphic(new VBox(title, place));
        chip.setAccessibleText(title.getText() + ", " + place.getText());
        chip.disableProperty()
                .bind(model.join().connectingProperty().or(model.host().openingProperty()));
        chip.setOnAction(_ -> model.enter(recent));
        return chip;
    }
}
