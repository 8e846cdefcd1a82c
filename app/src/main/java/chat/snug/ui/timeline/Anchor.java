package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Entry;
import java.util.List;
import javafx.collections.ListChangeListener;

/**
 * What a {@link TimelineList} holds still: one row, and where its top is below the view's. Stays
 * with what is being read, whatever comes and goes around it.
 */
final class Anchor {
    private int index;
    private double top;
    private double scrolled;
    private boolean sought;

    /** The row that is held. */
    int index() {
        return index;
    }

    /** How far its top is below the view's top; mostly negative. */
    double top() {
        return top;
    }

    /** The rows were laid out from this one. */
    void placed(int row, double at) {
        index = row;
        top = at;
        scrolled = 0;
        sought = false;
    }

    /** Somebody wants to see this row there, whatever is in view now. */
    void seek(int row, double at) {
        index = row;
        top = at;
        sought = true;
    }

    /** Moves the view, downwards if positive. */
    void scroll(double pixels) {
        top -= pixels;
        scrolled += pixels;
    }

    /**
     * Rows came and went.
     *
     * @return where the row {@code other} is now, or −1 if it is gone
     */
    int follow(ListChangeListener.Change<? extends TimelineItem> change, int other) {
        int selected = other;
        while (change.next()) {
            int from = change.getFrom();
            int removed = change.getRemovedSize();
            int growth = change.getAddedSize() - removed;
            if (index >= from + removed) {
                index += growth;
            } else if (index >= from + change.getAddedSize()) {
                // What was read is gone: what comes after it takes its place.
                index = from;
                top = 0;
            }
            if (selected >= from + removed) {
                selected += growth;
            } else if (selected >= from + change.getAddedSize()) {
                selected = -1;
            }
        }
        return selected;
    }

    /**
     * Holds on to the first words in view that are as they were. A row above them may have got
     * another height: the one before which a page of history came, which needs no name any more.
     * Days and edges are not read, and pages come in below them.
     */
    void holdOneOf(List<TimelineRow> visible, List<TimelineItem> items) {
        if (sought) {
            return;
        }
        for (TimelineRow row : visible) {
            int now = row.item() instanceof Entry ? indexOf(row.item(), items) : -1;
            if (now >= 0) {
                index = now;
                top = row.getLayoutY() - scrolled;
                return;
            }
        }
    }

    /** Where exactly this item is, looked for from where the first row in view should be. */
    private int indexOf(TimelineItem item, List<TimelineItem> items) {
        int start = Math.clamp(index, 0, Math.max(0, items.size() - 1));
        for (int distance = 0; distance < items.size(); distance++) {
            int below = start + distance;
            int above = start - distance;
            if (below < items.size() && items.get(below).key() == item.key()) {
                return items.get(below).equals(item) ? below : -1;
            }
            if (above >= 0 && items.get(above).key() == item.key()) {
                return items.get(above).equals(item) ? above : -1;
            }
        }
        return -1;
    }
}
