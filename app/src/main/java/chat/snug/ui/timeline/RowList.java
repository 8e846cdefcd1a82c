package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/**
 * A list that tells many changes as one: everything between {@link #begin()} and {@link #end()}
 * reaches its listeners together, neighbouring additions as one.
 */
final class RowList extends ModifiableObservableListBase<TimelineItem> {
    private final List<TimelineItem> rows = new ArrayList<>();

    /** From now on changes wait. */
    void begin() {
        beginChange();
    }

    /** Tells what changed since {@link #begin()}. */
    void end() {
        endChange();
    }

    /** Puts all of them before the one at {@code index}, in one go. */
    void insert(int index, Collection<? extends TimelineItem> added) {
        beginChange();
        try {
            rows.addAll(index, added);
            ++modCount;
            nextAdd(index, index + added.size());
        } finally {
            endChange();
        }
    }

    /** Takes away {@code [from, to)} in one go. */
    void drop(int from, int to) {
        beginChange();
        try {
            List<TimelineItem> range = rows.subList(from, to);
            List<TimelineItem> dropped = List.copyOf(range);
            range.clear();
            ++modCount;
            nextRemove(from, dropped);
        } finally {
            endChange();
        }
    }

    @Override
    public TimelineItem get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, TimelineItem item) {
        rows.add(index, item);
    }

    @Override
    protected TimelineItem doSet(int index, TimelineItem item) {
        return rows.set(index, item);
    }

    @Override
    protected TimelineItem doRemove(int index) {
        return rows.remove(index);
    }
}
