package chat.snug.ui.timeline;

import chat.snug.client.EventWeight;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.Reaction;
import chat.snug.ui.timeline.TimelineItem.Unread;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows as the screen gets them: between two edges, which say where what is loaded ends. Indices
 * are those of the rows between the edges.
 */
final class EdgedRows {
    private final RowList rows = new RowList();
    private final ObservableList<TimelineItem> readOnly =
            FXCollections.unmodifiableObservableList(rows);
    private @Nullable Edge head;
    private @Nullable Edge foot;
    private long length;

    /** All of them, edges and all. */
    ObservableList<TimelineItem> all() {
        return readOnly;
    }

    /** From now on changes wait. */
    void begin() {
        rows.begin();
    }

    /** The screen learns of what changed since {@link #begin()}, as one change. */
    void end() {
        rows.end();
    }

    int size() {
        return rows.size() - headRows() - (foot == null ? 0 : 1);
    }

    private int headRows() {
        return head == null ? 0 : 1;
    }

    TimelineItem get(int index) {
        return rows.get(index + headRows());
    }

    /** How many characters all rows have together. */
    long length() {
        return length;
    }

    @Nullable Edge head() {
        return head;
    }

    @Nullable Edge foot() {
        return foot;
    }

    void setHead(@Nullable Edge edge) {
        if (head != null && edge != null) {
            rows.set(0, edge);
        } else if (edge != null) {
            rows.add(0, edge);
        } else if (head != null) {
            rows.remove(0);
        }
        head = edge;
    }

    void setFoot(@Nullable Edge edge) {
        if (foot != null && edge != null) {
            rows.set(rows.size() - 1, edge);
        } else if (edge != null) {
            rows.add(edge);
        } else if (foot != null) {
            rows.remove(rows.size() - 1);
        }
        foot = edge;
    }

    /** Takes away {@code [from, to)}; returns it. */
    List<TimelineItem> drop(int from, int to) {
        int offset = headRows();
        List<TimelineItem> dropped = List.copyOf(rows.subList(from + offset, to + offset));
        dropped.forEach(item -> length -= lengthOf(item));
        rows.drop(from + offset, to + offset);
        return dropped;
    }

    void put(int index, TimelineItem item) {
        rows.add(index + headRows(), item);
        length += lengthOf(item);
    }

    void set(int index, TimelineItem item) {
        TimelineItem before = rows.set(index + headRows(), item);
        length += lengthOf(item) - lengthOf(before);
    }

    void take(int index) {
        length -= lengthOf(rows.remove(index + headRows()));
    }

    /** How many characters a row has, with what others have put on it. */
    static int lengthOf(TimelineItem item) {
        return switch (item) {
            case Message message -> {
                int length = message.text().length();
                for (Reaction reaction : message.marks().reactions()) {
                    for (String person : reaction.people()) {
                        length += person.length();
                    }
                }
                yield length;
            }
            case Membership membership -> {
                int length = 0;
                for (Membership.Part part : membership.parts()) {
                    length += part.detail().length();
                }
                yield length;
            }
            case Happened happened ->
                    EventWeight.CHARACTERS * (EventWeight.of(happened.event()) - 1);
            case Note note -> note.text().length();
            case Day _, Unread _, Edge _ -> 0;
        };
    }
}
