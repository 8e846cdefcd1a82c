package chat.snug.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        memory.took(this, event);
    }

    @Override
    public void clear() {
        while (size > 0) {
            forgetOldest();
        }
    }

    /** Only for one that is not empty. */
    void forgetOldest() {
        RoomEvent oldest = at(0);
        ring[first] = null;
        first = (first + 1) % ring.length;
        size--;
        memory.gaveBack(this, oldest);
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Override
    public List<RoomEvent> latest(int limit) {
        return range(size - limit, size);
    }

    @Override
    public List<RoomEvent> beforeId(String id, int limit) {
        int end = firstThat(event -> event.id().compareTo(id) >= 0);
        return range(end - limit, end);
    }

    @Override
    public List<RoomEvent> afterId(String id, int limit) {
        int start = firstThat(event -> event.id().compareTo(id) > 0);
        return range(start, start + limit);
    }

    @Override
    public List<RoomEvent> beforeTime(long time, int limit) {
        int end = firstThat(event -> event.time() >= time);
        return range(end - limit, end);
    }

    @Override
    public List<RoomEvent> afterTime(long time, int limit) {
        int start = firstThat(event -> event.time() > time);
        return range(start, start + limit);
    }

    private List<RoomEvent> range(int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(size, to);
        List<RoomEvent> events = new ArrayList<>(Math.max(0, end - start));
        for (int i = start; i < end; i++) {
            events.add(at(i));
        }
        return events;
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
