package chat.snug.ui.timeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * The rows of a {@link TimelineList}: those that show an item, and hidden ones to be used again.
 * There are never more than were once in view together, give or take one of each kind.
 */
final class RowPool {
    private final ObservableList<Node> nodes;
    private final Function<Class<?>, TimelineRow> factory;
    private final Map<Long, TimelineRow> inUse = new HashMap<>();
    private final Map<Class<?>, Deque<TimelineRow>> spare = new HashMap<>();

    /**
     * No rows yet.
     *
     * @param nodes where rows become children, under what is there already
     * @param factory makes the row for a class of items
     */
    RowPool(ObservableList<Node> nodes, Function<Class<?>, TimelineRow> factory) {
        this.nodes = nodes;
        this.factory = factory;
    }

    /** The row that shows {@code item}, with its style applied so that it can be measured. */
    TimelineRow rowFor(TimelineItem item) {
        TimelineRow shown = inUse.get(item.key());
        if (shown != null && shown.item().equals(item)) {
            return shown;
        }
        TimelineRow row = shown == null ? unused(item.getClass()) : shown;
        row.setVisible(true);
        row.show(item);
        row.applyCss();
        inUse.put(item.key(), row);
        return row;
    }

    private TimelineRow unused(Class<?> kind) {
        Deque<TimelineRow> rows = spare.get(kind);
        if (rows != null && !rows.isEmpty()) {
            return rows.poll();
        }
        TimelineRow row = factory.apply(kind);
        nodes.addFirst(row);
        return row;
    }

    /** Hides the row until another item needs one. */
    void park(TimelineRow row) {
        inUse.remove(row.item().key());
        row.setVisible(false);
        spare.computeIfAbsent(row.item().getClass(), _ -> new ArrayDeque<>()).add(row);
    }

    void parkAllBut(Collection<TimelineRow> kept) {
        Set<TimelineRow> unused = new HashSet<>(inUse.values());
        unused.removeAll(kept);
        unused.forEach(this::park);
    }
}
