package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import java.text.BreakIterator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The words that somebody selects with the mouse, in one message or across several: a drag, a
 * double click for a word, a triple click for a message, Shift and a click to go on. It holds on to
 * the messages, wherever they move.
 */
final class TextSelection {
    /** So far a drag beyond the edge scrolls with each move, in pixels. */
    private static final double SCROLL = 24;

    private final TimelineList list;
    private @Nullable End anchor;
    private @Nullable End head;
    private boolean pressed;

    /** A place in a message's text. */
    private record End(long key, int place) {}

    /** From {@code from} in row {@code first} to {@code to} in row {@code last}. */
    private record Range(int first, int from, int last, int to) {}

    TextSelection(TimelineList list) {
        this.list = list;
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        list.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    private void pressed(MouseEvent event) {
        pressed = event.getButton() == MouseButton.PRIMARY && !isButton(event.getTarget());
        if (!pressed) {
            return;
        }
        End at = at(event.getX(), event.getY());
        if (event.getClickCount() > 1 && at != null) {
            selectAround(at, event.getClickCount() > 2);
        } else if (event.isShiftDown() && anchor != null) {
            head = at;
        } else {
            anchor = at;
            head = at;
        }
        show();
    }

    private static boolean isButton(Object target) {
        Node node = target instanceof Node clicked ? clicked : null;
        while (node != null && !(node instanceof ButtonBase)) {
            node = node.getParent();
        }
        return node != null;
    }

    private void dragged(MouseEvent event) {
        if (anchor == null || !pressed) {
            return;
        }
        if (event.getY() < 0 || event.getY() > list.getHeight()) {
            list.scrollBy(event.getY() < 0 ? -SCROLL : SCROLL);
        }
        End at = at(event.getX(), Math.clamp(event.getY(), 0, list.getHeight() - 1));
        if (at != null) {
            head = at;
            show();
        }
    }

    private void selectAround(End at, boolean all) {
        MessageText text = text(at.key());
        if (text == null) {
            return;
        }
        String words = text.text();
        int from = 0;
        int to = words.length();
        if (!all) {
            BreakIterator breaks = BreakIterator.getWordInstance();
            breaks.setText(words);
            to = at.place() >= words.length() ? words.length() : breaks.following(at.place());
            from = Math.max(0, breaks.previous());
        }
        anchor = new End(at.key(), from);
        head = new End(at.key(), to);
    }

    private @Nullable End at(double x, double y) {
        for (TimelineRow row : list.visibleRows()) {
            if (y < row.getLayoutY() + row.getHeight()) {
                int place =
                        row instanceof MessageRow message
                                ? message.placeAt(x - row.getLayoutX(), y - row.getLayoutY())
                                : 0;
                return new End(row.item().key(), place);
            }
        }
        List<TimelineRow> rows = list.visibleRows();
        return rows.isEmpty() ? null : new End(rows.getLast().item().key(), Integer.MAX_VALUE);
    }

    private @Nullable MessageText text(long key) {
        int index = indexOf(key);
        return index >= 0 && list.items().get(index) instanceof Message message
                ? MessageText.of(message.text(), "")
                : null;
    }

    private int indexOf(long key) {
        for (int i = list.items().size() - 1; i >= 0; i--) {
            if (list.items().get(i).key() == key) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Range range() {
        End one = anchor;
        End other = head;
        if (one == null || other == null || one.equals(other)) {
            return null;
        }
        int first = indexOf(one.key());
        int last = indexOf(other.key());
        if (first < 0 || last < 0) {
            return null;
        }
        boolean ordered = first < last || (first == last && one.place() <= other.place());
        return ordered
                ? new Range(first, one.place(), last, other.place())
                : new Range(last, other.place(), first, one.place());
    }

    /** Nothing is selected any more. */
    void clear() {
        anchor = null;
        head = null;
        show();
    }

    /** Shows it in the rows that are in view now. */
    void show() {
        Range range = range();
        int index = list.firstVisible();
        for (TimelineRow row : list.visibleRows()) {
            if (row instanceof MessageRow message) {
                if (range == null || index < range.first() || index > range.last()) {
                    message.select(0, 0);
                } else {
                    message.select(
                            index == range.first() ? range.from() : 0,
                            index == range.last() ? range.to() : Integer.MAX_VALUE);
                }
            }
            index++;
        }
    }

    /** The words, with who said them where they are several people's; empty if there are none. */
    String text() {
        Range range = range();
        if (range == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = range.first(); i <= range.last(); i++) {
            if (list.items().get(i) instanceof Message message
                    && message.marks().deletion() == null) {
                int from = i == range.first() ? range.from() : 0;
                int to = i == range.last() ? range.to() : Integer.MAX_VALUE;
                String words = MessageText.of(message.text(), "").shown(from, to);
                if (!words.isEmpty()) {
                    text.append(text.isEmpty() ? "" : "\n");
                    text.append(range.first() == range.last() ? "" : message.from() + ": ");
                    text.append(words);
                }
            }
        }
        return text.toString();
    }
}
