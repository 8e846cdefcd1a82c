package chat.snug.ui.mentions;

import chat.snug.ui.Avatar;
import chat.snug.ui.Messages;
import java.time.Instant;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who named the person, where and when, and what they said. */
final class MentionCell extends ListCell<@Nullable Mention> {
    private final Messages messages;
    private final Function<Instant, String> when;
    private final Avatar avatar = new Avatar();
    private final Label from = new Label();
    private final Label place = new Label();
    private final Label text = new Label();
    private final HBox row;

    MentionCell(Messages messages, Function<Instant, String> when) {
        this.messages = messages;
        this.when = when;
        getStyleClass().addAll("picked-cell", "mention-cell");
        from.getStyleClass().add("mention-from");
        from.setMinWidth(0);
        place.getStyleClass().add("side-state");
        place.setMinWidth(0);
        text.getStyleClass().add("mention-text");
        text.setMinWidth(0);
        HBox head = new HBox(from, place);
        head.getStyleClass().add("mention-head");
        VBox words = new VBox(head, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(avatar, words);
        row.getStyleClass().add("mention-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Mention item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String where = messages.text("mentions.where", item.place(), when.apply(item.time()));
        avatar.show(item.from());
        from.setText(item.from());
        place.setText(where);
        text.setText(item.text());
        setAccessibleText(messages.text("mentions.spoken", item.from(), where, item.text()));
        setGraphic(row);
    }
}
