package chat.snug.ui.mentions;

import chat.snug.ui.EmptyView;
import chat.snug.ui.Messages;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows a {@link MentionsViewModel}. */
public final class MentionsController {
    @FXML private ListView<Mention> list;
    @FXML private EmptyView nothing;
    @FXML private Label title;

    private Runnable onGone = () -> {};

    /**
     * Shows {@code model}.
     *
     * @param when writes the time of a message
     * @param gone puts the list away; called before one goes anywhere
     */
    public void show(
            MentionsViewModel model,
            Messages messages,
            Function<Instant, String> when,
            Runnable gone) {
        onGone = gone;
        title.setLabelFor(list);
        list.setItems(model.mentions());
        list.setCellFactory(_ -> new MentionCell(messages, when));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.mentions()));
        nothing.visibleProperty().bind(list.visibleProperty().not());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(
                MouseEvent.MOUSE_CLICKED, _ -> go(list.getSelectionModel().getSelectedItem()));
        list.getSelectionModel().selectFirst();
        model.look();
    }

    /** Where the keyboard begins. */
    public void focus() {
        Node first = list.isVisible() ? list : nothing;
        first.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            go(list.getSelectionModel().getSelectedItem());
        }
    }

    private void go(@Nullable Mention mention) {
        if (mention != null) {
            onGone.run();
            mention.go().run();
        }
    }
}
