package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Writes down every message that comes into a timeline, by its number, from now on: what was there
 * and forgotten since counts as well as what is loaded. On the JavaFX thread.
 */
public final class Ledger {
    private final BitSet came = new BitSet();
    private final ListChangeListener<TimelineItem> listener = this::changed;
    private final ObservableList<TimelineItem> items;
    private long doubled;
    private long disordered;

    Ledger(ObservableList<TimelineItem> items) {
        this.items = items;
        items.addListener(listener);
    }

    private void changed(ListChangeListener.Change<? extends TimelineItem> change) {
        while (change.next()) {
            // What is taken away and put back with another state is the same message.
            BitSet before = new BitSet();
            change.getRemoved().forEach(item -> note(before, item));
            List<? extends TimelineItem> all = change.getList();
            for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
                long number = TimelineProbe.number(all.get(i));
                if (number >= 0) {
                    doubled += came.get((int) number) && !before.get((int) number) ? 1 : 0;
                    disordered += isAfter(all, i, number) ? 0 : 1;
                    came.set((int) number);
                }
            }
        }
    }

    private static void note(BitSet set, TimelineItem item) {
        long number = TimelineProbe.number(item);
        if (number >= 0) {
            set.set((int) number);
        }
    }

    private static boolean isAfter(List<? extends TimelineItem> all, int index, long number) {
        for (int i = index - 1; i >= 0; i--) {
            if (all.get(i) instanceof Message) {
                return TimelineProbe.number(all.get(i)) < number;
            }
        }
        return true;
    }

    /** How many of the first {@code sent} never came. */
    public long missing(long sent) {
        return sent - came.get(0, (int) sent).cardinality();
    }

    /** How many came more than once. */
    public long doubled() {
        return doubled;
    }

    /** How many came to stand behind a later one. */
    public long disordered() {
        return disordered;
    }

    /** Ends it. */
    public void close() {
        items.removeListener(listener);
    }
}
