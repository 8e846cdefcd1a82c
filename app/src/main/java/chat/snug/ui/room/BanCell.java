package chat.snug.ui.room;

import chat.snug.client.RoomBan;
import chat.snug.ui.Messages;
import chat.snug.ui.WholeText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Somebody who may not come in or not speak, and the way to change that. */
final class BanCell extends ListCell<@Nullable RoomBan> {
    private final RoomSettingsViewModel model;
    private final Label who = new Label();
    private final Label since = new Label();
    private final Button lift = new Button();
    private final VBox words = new VBox(who, since);
    private final HBox row = new HBox(words, lift);
    private final Messages messages;

    BanCell(RoomSettingsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("ban-cell");
        row.getStyleClass().add("ban");
        since.getStyleClass().add("caption");
        lift.getStyleClass().add("outline");
        lift.setMinWidth(USE_PREF_SIZE);
        lift.setDisable(!model.mayChange());
        words.getStyleClass().add("ban-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setPrefWidth(0);
        WholeText.tell(this, who, since);
    }

    @Override
    protected void updateItem(@Nullable RoomBan ban, boolean empty) {
        super.updateItem(ban, empty);
        if (empty || ban == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        who.setText(model.describe(ban));
        since.setText(model.since(ban));
        lift.setText(messages.text(ban.muted() ? "people.act.UNMUTE" : "room.ban.lift"));
        lift.setOnAction(_ -> model.lift(ban));
        lift.setAccessibleText(lift.getText() + ": " + who.getText());
        setAccessibleText(who.getText() + ", " + since.getText());
        setGraphic(row);
    }
}
