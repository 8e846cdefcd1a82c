package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.Conversations;
import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows in their order: finds each entry's place in time, opens groups and days, and forgets the
 * oldest.
 *
 * <p>What is added at the end is held back until {@link #flush()} and then lands as one {@code
 * addAll}, so that a burst costs the screen one change. Everything else changes rows in place.
 */
final class TimelineLog {
    /** A person's lines within this time of their first stand under one name. */
    static final Duration GROUP = Duration.ofMinutes(5);

    private final ObservableList<TimelineItem> rows = FXCollections.observableArrayList();
    private final ObservableList<TimelineItem> readOnly =
            FXCollections.unmodifiableObservableList(rows);
    private final List<TimelineItem> tail = new ArrayList<>();
    private final ZoneId zone;
    private final int kept;
    private final int batch;
    private long lastKey;
    private @Nullable Instant forgottenUntil;

    /**
     * @param kept how many rows stay
     * @param batch how many more may gather before the oldest go, all at once
     */
    TimelineLog(ZoneId zone, int kept, int batch) {
        this.zone = zone;
        this.kept = kept;
        this.batch = batch;
    }

    ObservableList<TimelineItem> rows() {
        return readOnly;
    }

    long nextKey() {
        return ++lastKey;
    }

    int size() {
        return rows.size() + tail.size();
    }

    TimelineItem get(int index) {
        return index < rows.size() ? rows.get(index) : tail.get(index - rows.size());
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

    /**
     * Adds what came from the host at its place in time.
     *
     * @return where it stands, or −1 if it is older than what was forgotten already
     */
    int add(Entry entry) {
        if (forgottenUntil != null && entry.time().isBefore(forgottenUntil)) {
            return -1;
        }
        return insert(placeOf(entry.time()), entry);
    }

    /** Adds what happens here and now: my own words and the app's, whatever the clocks say. */
    void addLast(Entry entry) {
        insert(size(), entry);
    }

    /** Puts a newer state of an entry in its place. */
    void replace(int index, Entry entry) {
        Entry before = (Entry) get(index);
        if (day(before.time()).equals(day(entry.time()))) {
            set(index, entry);
            regroup(index);
            regroup(index + 1);
        } else {
            remove(index);
            insert(Math.min(index, size()), entry);
        }
    }

    /** Takes an entry away, and its day if nothing else is left of it. */
    void remove(int index) {
        take(index);
        boolean dayIsEmpty =
                index > 0
                        && get(index - 1) instanceof Day
                        && (index == size() || get(index) instanceof Day);
        if (dayIsEmpty) {
            take(index - 1);
            regroup(index - 1);
        } else {
            regroup(index);
        }
    }

    /** Shows what was added at the end, then forgets the oldest if there are too many. */
    List<TimelineItem> flush() {
        if (!tail.isEmpty()) {
            List<TimelineItem> added = List.copyOf(tail);
            tail.clear();
            rows.addAll(added);
        }
        return rows.size() > kept + batch ? forgetOldest() : List.of();
    }

    private List<TimelineItem> forgetOldest() {
        int surplus = rows.size() - kept;
        List<TimelineItem> forgotten = List.copyOf(rows.subList(0, surplus));
        if (rows.get(surplus) instanceof Entry oldest) {
            forgottenUntil = oldest.time();
            rows.set(surplus - 1, new Day(nextKey(), day(oldest.time())));
            rows.remove(0, surplus - 1);
            regroup(1);
        } else {
            forgottenUntil = ((Entry) rows.get(surplus + 1)).time();
            rows.remove(0, surplus);
        }
        return forgotten;
    }

    /**
     * Behind the last entry that is not later. Entries whose time is this computer's (mine on their
     * way, the app's words) say nothing about the host's clock and are passed over.
     */
    private int placeOf(Instant time) {
        int place = size();
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i) instanceof Entry entry && hasHostTime(entry)) {
                if (!entry.time().isAfter(time)) {
                    break;
                }
                place = i;
            }
        }
        return place;
    }

    private static boolean hasHostTime(Entry entry) {
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
        // Before the first entry of a day that is not its own: before that day's line, too.
        if (index > 0 && get(index - 1) instanceof Day day && !day.date().equals(date)) {
            index--;
        }
        if (!date.equals(dayBefore(index))) {
            put(index++, new Day(nextKey(), date));
        }
        put(index, entry);
        if (index + 1 < size()
                && get(index + 1) instanceof Entry next
                && !day(next.time()).equals(date)) {
            put(index + 1, new Day(nextKey(), day(next.time())));
        }
        regroup(index);
        regroup(index + 1);
        return index;
    }

    /** The day that the rows before {@code index} end in. */
    private @Nullable LocalDate dayBefore(int index) {
        if (index == 0) {
            return null;
        }
        return switch (get(index - 1)) {
            case Day day -> day.date();
            case Entry entry -> day(entry.time());
        };
    }

    /** Sets whether the message opens a group, and follows the change down the group. */
    private void regroup(int start) {
        for (int i = start; i < size() && get(i) instanceof Message message; i++) {
            Message grouped = grouped(message, i == 0 ? null : get(i - 1));
            if (grouped.equals(message)) {
                return;
            }
            set(i, grouped);
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
                && Conversations.key(previous.from()).equals(Conversations.key(message.from()))
                && sinceStart.compareTo(GROUP) < 0;
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    private void put(int index, TimelineItem item) {
        if (index < rows.size()) {
            rows.add(index, item);
        } else {
            tail.add(index - rows.size(), item);
        }
    }

    private void set(int index, TimelineItem item) {
        if (index < rows.size()) {
            rows.set(index, item);
        } else {
            tail.set(index - rows.size(), item);
        }
    }

    private void take(int index) {
        if (index < rows.size()) {
            rows.remove(index);
        } else {
            tail.remove(index - rows.size());
        }
    }
}
