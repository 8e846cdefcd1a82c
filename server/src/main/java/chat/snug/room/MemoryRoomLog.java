package chat.snug.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RoomLog} that keeps the newest events in memory and forgets the older ones: its own
 * beyond a number, and, when all logs together hold too much, those of the room that has been quiet
 * for longest.
 */
public final class MemoryRoomLog implements RoomLog {
    private final int capacity;
    private final LogMemory memory;
    private @Nullable RoomEvent[] ring;
    private int first;
    private int size;
    private long lastSaid;

    /**
     * @param capacity how many events are kept
     * @param memory what this log shares with the others of the server
     */
    public MemoryRoomLog(int capacity, LogMemory memory) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.memory = memory;
        this.ring = new RoomEvent[Math.min(capacity, 8)];
    }

    @Override
    public void append(RoomEvent event) {
        if (size == ring.length && size < capacity) {
            grow();
        }
        if (size == ring.length) {
            forgetOldest();
        }
        ring[(first + size) % ring.length] = event;
        size++;
        if (event instanceof RoomEvent.Said said && said.speech() != RoomEvent.Speech.TAGS) {
            lastSaid = said.time();
        }
        memory.took(this, event);
    }

    @Override
    public void clear() {
        while (size > 0) {
            forgetOldest();
        }
        lastSaid = 0;
    }

    /** Only for one that is not empty. */
    void forgetOldest() {
        RoomEvent oldest = at(0);
        ring[first] = null;
        first = (first + 1) % ring.length;
        size--;
        memory.gaveBack(this, oldest);
    }

    /** Forgets an event and all that are older. */
    public void forgetUpTo(String id) {
        while (size > 0 && at(0).id().compareTo(id) <= 0) {
            forgetOldest();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Override
    public CompletableFuture<List<RoomEvent>> select(Selection selection) {
        Point after = selection.after();
        Point before = selection.before();
        int from = start(after);
        int to = end(before);
        List<RoomEvent> events = new ArrayList<>();
        if (selection.newestFirst()) {
            for (int i = to - 1; i >= from && events.size() < selection.limit(); i--) {
                if (selection.wants(at(i))) {
                    events.add(at(i));
                }
            }
            Collections.reverse(events);
        } else {
            for (int i = from; i < to && events.size() < selection.limit(); i++) {
                if (selection.wants(at(i))) {
                    events.add(at(i));
                }
            }
        }
        return CompletableFuture.completedFuture(events);
    }

    private int start(@Nullable Point after) {
        return after == null ? 0 : firstThat(event -> place(event, after) > 0);
    }

    private int end(@Nullable Point before) {
        return before == null ? size : firstThat(event -> place(event, before) >= 0);
    }

    @Override
    public CompletableFuture<@Nullable RoomEvent> find(String id) {
        int index = indexOf(id);
        return CompletableFuture.completedFuture(index < 0 ? null : at(index));
    }

    /** Those behind it move up: nothing has to remember where it stood. */
    @Override
    public void redact(String id) {
        int index = indexOf(id);
        if (index < 0) {
            return;
        }
        RoomEvent redacted = at(index);
        for (int i = index; i < size - 1; i++) {
            ring[(first + i) % ring.length] = at(i + 1);
        }
        size--;
        ring[(first + size) % ring.length] = null;
        memory.gaveBack(this, redacted);
    }

    private int indexOf(String id) {
        int index = firstThat(event -> event.id().compareTo(id) >= 0);
        return index < size && at(index).id().equals(id) ? index : -1;
    }

    @Override
    public CompletableFuture<List<RoomEvent>> search(SearchQuery query) {
        int from = start(query.after());
        int to = end(query.before());
        int step = query.oldest() ? 1 : -1;
        List<RoomEvent> events = new ArrayList<>(Math.max(0, to - from));
        for (int i = query.oldest() ? from : to - 1; i >= from && i < to; i += step) {
            events.add(at(i));
        }
        return new LogSearch(events, query, memory.portions(), event -> indexOf(event.id()) >= 0)
                .answer();
    }

    @Override
    public long lastSaid() {
        return lastSaid;
    }

    /** Below 0 for an event before a point, above 0 for one after it. */
    private static int place(RoomEvent event, Point point) {
        return switch (point) {
            case Point.Id(String id) -> event.id().compareTo(id);
            case Point.Time(long millis) -> Long.compare(event.time(), millis);
        };
    }

    /** Binary search: events are in order of their id and of their time. */
    private int firstThat(Predicate<RoomEvent> isBehind) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBehind.test(at(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private RoomEvent at(int index) {
        return Objects.requireNonNull(ring[(first + index) % ring.length]);
    }

    private void grow() {
        @Nullable RoomEvent[] larger = new RoomEvent[Math.min(capacity, ring.length * 2)];
        for (int i = 0; i < size; i++) {
            larger[i] = at(i);
        }
        ring = larger;
        first = 0;
    }
}
