package chat.snug.ui.room;

import chat.snug.ui.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Somebody who may always come in, and the way to change that. */
final class GuestCell extends ListCell<@Nullable String> {
    private final GuestList guests;
    private final Label who = new Label();
    private final Button remove = new Button();
    private final HBox row = new HBox(who, remove);

    GuestCell(GuestList guests, Messages messages, boolean may) {
        this.guests = guests;
        getStyleClass().add("ban-cell");
        row.getStyleClass().add("ban");
        who.setMinWidth(0);
        who.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(who, Priority.ALWAYS);
        remove.getStyleClass().add("outline");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setText(messages.text("room.guests.remove"));
        remove.setDisable(!may);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String mask, boolean empty) {
        super.updateItem(mask, empty);
        if (empty || mask == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        who.setText(guests.describe(mask));
        remove.setOnAction(_ -> guests.remove(mask));
        remove.setAccessibleText(remove.getText() + ": " + who.getText());
        setAccessibleText(who.getText());
        setGraphic(row);
    }
}
