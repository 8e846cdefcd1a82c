package chat.snug.ui.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Consecutive rows while a {@link TimelineList} places them. Starts with one row and grows up and
 * down until the view is full; rows that have left the view on the way are given back.
 */
final class RowWindow {
    private final List<TimelineItem> items;
    private final RowPool pool;
    private final double width;
    private final double height;
    private final Deque<TimelineRow> rows = new ArrayDeque<>();
    private int first;
    private int last;
    private double top;
    private double length;

    /** A view of {@code width} by {@code height} with no rows yet. */
    RowWindow(List<TimelineItem> items, RowPool pool, double width, double height) {
        this.items = items;
        this.pool = pool;
        this.width = width;
        this.height = height;
    }

    /** Fills the view upwards from the last row, whose bottom is at the bottom. */
    void fillFromEnd() {
        start(items.size() - 1);
        top = height - length;
        fillUp();
    }

    /** Fills the view around the row at {@code index}, whose top is at {@code y} if it can be. */
    void fillAround(int index, double y) {
        start(index);
        top = y;
        fillDown();
        if (bottom() < height) {
            // Nothing is ever shown below the last row.
            top = height - length;
        }
        fillUp();
    }

    private void start(int index) {
        first = index;
        last = index;
        rows.add(pool.rowFor(items.get(index)));
        length = heightOf(rows.getFirst());
    }

    private void fillDown() {
        dropAbove();
        while (bottom() < height && last < items.size() - 1) {
            rows.addLast(pool.rowFor(items.get(++last)));
            length += heightOf(rows.getLast());
            dropAbove();
        }
    }

    private void fillUp() {
        dropBelow();
        while (top > 0 && first > 0) {
            rows.addFirst(pool.rowFor(items.get(--first)));
            double added = heightOf(rows.getFirst());
            top -= added;
            length += added;
            dropBelow();
        }
        if (top > 0) {
            // The first row is below the top: only if there is too little to fill the view.
            top = 0;
            fillDown();
            top = Math.max(0, height - length);
        }
    }

    private void dropAbove() {
        while (rows.size() > 1 && top + heightOf(rows.getFirst()) <= 0) {
            double hidden = heightOf(rows.getFirst());
            pool.park(rows.removeFirst());
            first++;
            top += hidden;
            length -= hidden;
        }
    }

    private void dropBelow() {
        while (rows.size() > 1 && bottom() - heightOf(rows.getLast()) >= height) {
            length -= heightOf(rows.getLast());
            pool.park(rows.removeLast());
            last--;
        }
    }

    private double heightOf(TimelineRow row) {
        return row.heightFor(width);
    }

    /** The rows, from above. */
    List<TimelineRow> rows() {
        return List.copyOf(rows);
    }

    /** The index of the first row. */
    int first() {
        return first;
    }

    /** Where the top of the first row is: zero or above, unless the rows do not fill the view. */
    double top() {
        return top;
    }

    private double bottom() {
        return top + length;
    }

    /** Whether all of the last row is in view. */
    boolean endsWithLast() {
        return last == items.size() - 1 && bottom() <= height + 0.5;
    }
}
