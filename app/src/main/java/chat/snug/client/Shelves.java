package chat.snug.client;

import chat.snug.client.Shelf.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@link Shelf} of each conversation, and how far the host was heard. Outlives connections. */
final class Shelves {
    static final int MOST = 1000;

    /** All conversations together remember so many messages, each as many as every other. */
    static final int REMEMBERED = 1 << 17;

    /** How much the clocks of linked servers may differ. */
    static final Duration FUZZ = Duration.ofSeconds(10);

    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private @Nullable Instant heard;
    private @Nullable Instant lostAt;

    Shelf of(String conversation) {
        String key = Conversations.key(conversation);
        Shelf known = shelves.get(key);
        if (known != null) {
            return known;
        }
        if (shelves.size() >= MOST) {
            Iterator<String> first = shelves.keySet().iterator();
            first.next();
            first.remove();
        }
        Shelf fresh = new Shelf();
        shelves.put(key, fresh);
        for (Shelf shelf : shelves.values()) {
            shelf.remember(REMEMBERED / shelves.size());
        }
        return fresh;
    }

    /** How many messages are remembered. */
    int remembered() {
        return shelves.values().stream().mapToInt(Shelf::remembered).sum();
    }

    void rename(String from, String to) {
        Shelf shelf = shelves.remove(Conversations.key(from));
        if (shelf != null) {
            shelves.put(Conversations.key(to), shelf);
        }
    }

    void forget(String conversation) {
        shelves.remove(Conversations.key(conversation));
    }

    /** A live message had this time. */
    void heard(Instant time) {
        if (heard == null || time.isAfter(heard)) {
            heard = time;
        }
    }

    /**
     * A place that is older than whatever is said from now on: the newest that is known, or, where
     * nothing is, the host's time by its last word.
     */
    Mark before(String conversation, Instant now) {
        Mark newest = of(conversation).newest();
        Instant time = heard == null ? now : heard;
        return newest == null ? new Mark(null, time.minus(FUZZ)) : newest;
    }

    /** The connection is gone: what is older than the last word of it may come again. */
    void lost() {
        lostAt = heard;
    }

    /** The host's time when a connection was lost last, or null if none was. */
    @Nullable Instant lostAt() {
        return lostAt;
    }
}
