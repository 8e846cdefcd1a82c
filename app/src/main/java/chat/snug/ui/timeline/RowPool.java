package chat.snug.ui.timeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * The rows of a {@link TimelineList}: those that show an item, and hidden ones to be used again.
 * There are never more than twice as many as were once in view together, give or take some.
 */
final class RowPool {
    private final ObservableList<Node> nodes;
    private final Function<Class<?>, TimelineRow> factory;
    private final Map<Long, TimelineRow> inUse = new HashMap<>();
    private final Map<Class<?>, Deque<TimelineRow>> spare = new HashMap<>();
    private int fashion;

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
        TimelineRow row = shown == null ? unused(item) : shown;
        row.setVisible(true);
        row.show(item);
        row.dress(fashion);
        inUse.put(item.key(), row);
        return row;
    }

    /** One that has shown something alike if there is one: its style needs least. */
    private TimelineRow unused(TimelineItem item) {
        Deque<TimelineRow> rows = spare.get(item.getClass());
        if (rows == null || rows.isEmpty()) {
            return made(item.getClass());
        }
        for (Iterator<TimelineRow> each = rows.iterator(); each.hasNext(); ) {
            TimelineRow row = each.next();
            if (row.suits(item)) {
                each.remove();
                return row;
            }
        }
        return rows.remove();
    }

    private TimelineRow made(Class<?> kind) {
        TimelineRow row = factory.apply(kind);
        nodes.addFirst(row);
        return row;
    }

    /** Makes one more row than is needed, which has shown {@code item}, unseen. */
    void makeSpare(TimelineItem item) {
        TimelineRow row = made(item.getClass());
        row.show(item);
        row.dress(fashion);
        row.setVisible(false);
        spares(item).add(row);
    }

    /** How many rows of a kind wait for an item. */
    int spares(Class<?> kind) {
        Deque<TimelineRow> rows = spare.get(kind);
        return rows == null ? 0 : rows.size();
    }

    private Deque<TimelineRow> spares(TimelineItem item) {
        return spare.computeIfAbsent(item.getClass(), _ -> new ArrayDeque<>());
    }

    /** Follows the stylesheets: what rows were dressed in before others came is worth nothing. */
    void dressFor(ReadOnlyObjectProperty<Scene> scene) {
        ListChangeListener<String> changed = _ -> fashion++;
        scene.subscribe(
                (before, now) -> {
                    if (before != null) {
                        before.getStylesheets().removeListener(changed);
                    }
                    if (now != null) {
                        now.getStylesheets().addListener(changed);
                    }
                    fashion++;
                });
    }

    /** Hides the row until another item needs one, or forgets it if it has grown too large. */
    void park(TimelineRow row) {
        inUse.remove(row.item().key());
        row.setVisible(false);
        if (row.isHeavy()) {
            nodes.remove(row);
        } else {
            spares(row.item()).add(row);
        }
    }

    void parkAllBut(Collection<TimelineRow> kept) {
        Set<TimelineRow> unused = new HashSet<>(inUse.values());
        unused.removeAll(kept);
        unused.forEach(this::park);
    }
}
