package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Keeps the toolbar at the message that the pointer is on, or else the keyboard. */
final class HoveredMessage {
    private final TimelineList list;
    private final MessageToolbar toolbar;
    private double x;
    private double y;
    private boolean inside;
    private boolean byKeyboard;

    HoveredMessage(TimelineList list, MessageToolbar toolbar) {
        this.list = list;
        this.toolbar = toolbar;
        list.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        list.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                event -> {
                    // Over to the bar, which lies above the list.
                    inside = toolbar.getBoundsInParent().contains(event.getX(), event.getY());
                    refresh();
                });
        toolbar.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                _ -> {
                    inside = false;
                    refresh();
                });
        list.currentProperty().addListener((_, _, _) -> byKeyboard = true);
        list.focusedProperty().addListener((_, _, _) -> refresh());
    }

    private void moved(MouseEvent event) {
        x = event.getX();
        y = event.getY();
        inside = true;
        byKeyboard = false;
        refresh();
    }

    /** The rows in view are others now, or elsewhere. */
    void refresh() {
        Message used = toolbar.inUse() ? toolbar.message() : null;
        TimelineRow usedFor = used == null ? null : list.rowOf(used.key());
        if (used != null && usedFor != null) {
            toolbar.show(usedFor, used, list.getWidth());
            return;
        }
        TimelineRow row = byKeyboard && list.isFocused() ? current() : hovered();
        if (row != null && row.item() instanceof Message message) {
            toolbar.show(row, message, list.getWidth());
        } else {
            toolbar.hide();
        }
    }

    private @Nullable TimelineRow current() {
        int index = list.currentProperty().get();
        return index < 0 || index >= list.items().size()
                ? null
                : list.rowOf(list.items().get(index).key());
    }

    private @Nullable TimelineRow hovered() {
        if (!inside) {
            return null;
        }
        return list.visibleRows().stream()
                .filter(row -> row.getBoundsInParent().contains(x, y))
                .findFirst()
                .orElse(null);
    }
}
