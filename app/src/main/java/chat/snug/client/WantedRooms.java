package chat.snug.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms that the person is in or wants to be in; they are entered again after a reconnect. */
final class WantedRooms {
    private static final int MOST_ROOMS = 500;

    /**
     * A room to enter.
     *
     * @param key what opens it, or null
     */
    record Wanted(String room, @Nullable String key) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Wanted[" + room + "]";
        }
    }

    private final Map<String, Wanted> rooms = new LinkedHashMap<>();

    /** Asked for by the person, or entered. A key that is known already stays. */
    void add(String room, @Nullable String key) {
        String id = Conversations.key(room);
        Wanted known = rooms.get(id);
        if (known == null && rooms.size() >= MOST_ROOMS) {
            return;
        }
        String kept = key == null && known != null ? known.key() : key;
        rooms.put(id, new Wanted(room, kept));
    }

    /** What opens a room is another now, or nothing (null). */
    void key(String room, @Nullable String key) {
        rooms.computeIfPresent(
                Conversations.key(room), (_, known) -> new Wanted(known.room(), key));
    }

    /** Left, removed from, or refused. */
    void remove(String room) {
        rooms.remove(Conversations.key(room));
    }

    /** What opens a room, or null. */
    @Nullable String keyOf(String room) {
        Wanted known = rooms.get(Conversations.key(room));
        return known == null ? null : known.key();
    }

    boolean has(String room) {
        return rooms.containsKey(Conversations.key(room));
    }

    boolean isEmpty() {
        return rooms.isEmpty();
    }

    List<Wanted> all() {
        return new ArrayList<>(rooms.values());
    }
}
