package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.Conversations;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.Unread;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows in their order: finds each entry's place in time, opens groups and days, and forgets
 * what is too much.
 *
 * <p>Changes between {@link #begin()} and {@link #end()} reach the screen together, so that a burst
 * or a page of history costs it one change. Indices are those of the rows between the edges.
 */
final class TimelineLog {
    /** A person's lines within this time of their first stand under one name. */
    static final Duration GROUP = Duration.ofMinutes(5);

    private static final int FEW = 4;

    private final EdgedRows rows = new EdgedRows();
    private final ZoneId zone;
    private @Nullable Instant forgottenUntil;
    private long lastKey;

    TimelineLog(ZoneId zone) {
        this.zone = zone;
    }

    ObservableList<TimelineItem> rows() {
        return rows.all();
    }

    void begin() {
        rows.begin();
    }

    void end() {
        rows.end();
    }

    long nextKey() {
        return ++lastKey;
    }

    int size() {
        return rows.size();
    }

    TimelineItem get(int index) {
        return rows.get(index);
    }

    /** How many characters all rows have together. */
    long length() {
        return rows.length();
    }

    /** The place of the item with {@code key}, looked for from the end; −1 if it is gone. */
    int indexOf(long key) {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i).key() == key) {
                return i;
            }
        }
        return -1;
    }

    /** The same among all rows, with the edges; the first if it is gone. */
    int rowOf(long key) {
        return Math.max(
                0, indexOf(key) + rows.all().size() - size() - (rows.foot() == null ? 0 : 1));
    }

    /** The place of the first entry; the end if there is none. */
    int firstEntry() {
        int index = 0;
        while (index < size() && !(get(index) instanceof Entry)) {
            index++;
        }
        return index;
    }

    /** Whether there is nothing but a few people who came and went. */
    boolean isUnsaid() {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i) instanceof Entry entry && !(entry instanceof Membership)) {
                return false;
            }
        }
        return size() <= FEW;
    }

    /** Whether there is anything that the host told the time of. */
    boolean hasHostTime() {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i) instanceof Entry entry && hasHostTime(entry)) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first entry whose time the host told; the end if there is none. */
    int firstHostEntry() {
        int index = 0;
        while (index < size() && !(get(index) instanceof Entry entry && hasHostTime(entry))) {
            index++;
        }
        return index;
    }

    /** The first place of a time from {@code moment} on, the end if all is older; −1 for none. */
    int firstSince(Instant moment) {
        for (int i = firstHostEntry(); i < size(); i++) {
            if (get(i) instanceof Entry entry
                    && hasHostTime(entry)
                    && !entry.time().isBefore(moment)) {
                return i;
            }
        }
        return hasHostTime() ? size() : -1;
    }

    /** The first message from {@code index} on that the host has given an id; null for none. */
    @Nullable Message messageFrom(int index) {
        for (int i = index; i < size(); i++) {
            if (get(i) instanceof Message message && message.id() != null) {
                return message;
            }
        }
        return null;
    }

    // ---- the edges

    @Nullable Edge head() {
        return rows.head();
    }

    @Nullable Edge foot() {
        return rows.foot();
    }

    void setHead(@Nullable Edge edge) {
        rows.setHead(edge);
    }

    void setFoot(@Nullable Edge edge) {
        rows.setFoot(edge);
    }

    // ---- entries

    /**
     * Adds what came from the host at its place in time.
     *
     * @return where it stands, or −1 if it is older than what was forgotten already
     */
    int add(Entry entry) {
        if (forgottenUntil != null && entry.time().isBefore(forgottenUntil)) {
            return -1;
        }
        return insert(placeOf(entry.time(), size()), entry);
    }

    /** Adds what happens here and now: my own words and the app's, whatever the clocks say. */
    void addLast(Entry entry) {
        insert(size(), entry);
    }

    /**
     * Adds what was said earlier at its place in time, but before the row at {@code limit}.
     *
     * @return where it stands
     */
    int addBefore(int limit, Entry entry) {
        int index = insert(placeOf(entry.time(), limit), entry);
        if (forgottenUntil != null && entry.time().isBefore(forgottenUntil)) {
            forgottenUntil = entry.time();
        }
        return index;
    }

    /** Puts a newer state of an entry in its place. */
    void replace(int index, Entry entry) {
        Entry before = (Entry) get(index);
        if (day(before.time()).equals(day(entry.time()))) {
            rows.set(index, entry);
            regroup(index);
            regroup(index + 1);
        } else {
            remove(index);
            insert(Math.min(index, size()), entry);
        }
    }

    /** Takes an entry away, and its day if nothing else is left of it. */
    void remove(int index) {
        rows.take(index);
        boolean dayIsEmpty =
                index > 0
                        && get(index - 1) instanceof Day
                        && (index == size() || get(index) instanceof Day);
        if (dayIsEmpty) {
            rows.take(index - 1);
            regroup(index - 1);
        } else {
            regroup(index);
        }
    }

    /** Puts the line before what is new in front of the entry at {@code index}. */
    void markUnread(int index) {
        rows.put(index, new Unread(nextKey()));
        regroup(index + 1);
    }

    /** Takes that line away, if there is one. */
    void unmarkUnread() {
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i) instanceof Unread) {
                rows.take(i);
                regroup(i);
                return;
            }
        }
    }

    // ---- forgetting

    /** Takes about {@code count} rows away from the top, never all; returns them. */
    List<TimelineItem> forgetOldest(int count) {
        int surplus = count;
        while (surplus < size() - 1 && !(get(surplus) instanceof Entry)) {
            surplus++;
        }
        if (surplus <= 0 || !(get(surplus) instanceof Entry oldest)) {
            return List.of();
        }
        List<TimelineItem> forgotten = rows.drop(0, surplus);
        forgottenUntil = oldest.time();
        rows.put(0, new Day(nextKey(), day(oldest.time())));
        regroup(1);
        return forgotten;
    }

    /** Takes about {@code count} rows away from the bottom, never all; returns them. */
    List<TimelineItem> forgetNewest(int count) {
        int from = size() - count;
        while (from > 1 && !(get(from - 1) instanceof Entry)) {
            from--;
        }
        return from <= 1 ? List.of() : rows.drop(from, size());
    }

    /** Takes everything away; returns it. */
    List<TimelineItem> forgetAll() {
        forgottenUntil = null;
        return rows.drop(0, size());
    }

    // ---- places

    /**
     * Behind the last entry before {@code limit} that is not later. Entries whose time is this
     * computer's (mine on their way, the app's words) say nothing about the host's clock and are
     * passed over.
     */
    private int placeOf(Instant time, int limit) {
        int place = limit;
        for (int i = limit - 1; i >= 0; i--) {
            if (get(i) instanceof Entry entry && hasHostTime(entry)) {
                if (!entry.time().isAfter(time)) {
                    break;
                }
                place = i;
            }
        }
        return place;
    }

    static boolean hasHostTime(Entry entry) {
        return switch (entry) {
            case Message message -> message.delivery() instanceof Delivered;
            case Membership _ -> true;
            case Happened happened -> happened.hostTime();
            case Note _ -> false;
        };
    }

    /** Puts the entry before the one at {@code place}, and days where they are due. */
    private int insert(int place, Entry entry) {
        LocalDate date = day(entry.time());
        int index = place;
        // What was new stays new, and what is older than that stands above the line.
        if (index > 0 && index < size() && get(index - 1) instanceof Unread) {
            index--;
        }
        // Before the first entry of a day that is not its own: before that day's line, too.
        if (index > 0 && get(index - 1) instanceof Day day && !day.date().equals(date)) {
            index--;
        }
        if (!date.equals(dayBefore(index))) {
            rows.put(index++, new Day(nextKey(), date));
        }
        rows.put(index, entry);
        int next = index + 1;
        if (next < size() && get(next) instanceof Unread) {
            next++;
        }
        if (next < size() && get(next) instanceof Entry after && !day(after.time()).equals(date)) {
            rows.put(index + 1, new Day(nextKey(), day(after.time())));
        }
        regroup(index);
        regroup(index + 1);
        return index;
    }

    /** The day that the rows before {@code index} end in. */
    private @Nullable LocalDate dayBefore(int index) {
        for (int i = index - 1; i >= 0; i--) {
            switch (get(i)) {
                case Day day -> {
                    return day.date();
                }
                case Entry entry -> {
                    return day(entry.time());
                }
                case Unread _, Edge _ -> {}
            }
        }
        return null;
    }

    /** Sets whether the message opens a group, and follows the change down the group. */
    private void regroup(int start) {
        for (int i = start; i < size() && get(i) instanceof Message message; i++) {
            Message grouped = grouped(message, i == 0 ? null : get(i - 1));
            if (grouped.equals(message)) {
                return;
            }
            rows.set(i, grouped);
        }
    }

    private static Message grouped(Message message, @Nullable TimelineItem before) {
        boolean first = true;
        Instant start = message.time();
        if (before instanceof Message previous && goesOn(previous, message)) {
            first = false;
            start = previous.groupStart();
        }
        return first == message.first() && start.equals(message.groupStart())
                ? message
                : message.grouped(first, start);
    }

    private static boolean goesOn(Message previous, Message message) {
        Duration sinceStart = Duration.between(previous.groupStart(), message.time());
        return message.kind() != Kind.ACTION
                && previous.kind() == message.kind()
                && message.marks().quote() == null
                && Conversations.key(previous.from()).equals(Conversations.key(message.from()))
                && sinceStart.compareTo(GROUP) < 0;
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }
}
