package chat.snug.ui.network;

import chat.snug.ui.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A room of the list: its name, how many are inside, and what it is about. */
final class ListedRoomCell extends ListCell<@Nullable ListedRoom> {
    private final Messages messages;
    private final Label name = new Label();
    private final Label people = new Label();
    private final Label topic = new Label();
    private final VBox box;

    ListedRoomCell(Messages messages) {
        this.messages = messages;
        getStyleClass().add("listed-room");
        name.getStyleClass().add("listed-name");
        people.getStyleClass().add("listed-people");
        topic.getStyleClass().add("listed-topic");
        name.setMinWidth(0);
        people.setMinWidth(Region.USE_PREF_SIZE);
        topic.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box = new VBox(new HBox(name, gap, people), topic);
        topic.managedProperty().bind(topic.visibleProperty());
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable ListedRoom room, boolean empty) {
        super.updateItem(room, empty);
        if (empty || room == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String count = messages.text("rooms.people", room.people());
        name.setText(room.name());
        people.setText(count);
        topic.setText(room.topic());
        topic.setVisible(!room.topic().isEmpty());
        setAccessibleText(room.name() + ", " + count + ", " + room.topic());
        setGraphic(box);
    }
}
