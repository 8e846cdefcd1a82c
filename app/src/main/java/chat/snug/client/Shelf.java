package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of one conversation is known: its two ends, and what was told lately, so that nothing is
 * told twice. Outlives the connection.
 */
final class Shelf {
    /** So many messages back a repetition is noticed. */
    private static final int REMEMBERED = 8192;

    /**
     * A place in a conversation.
     *
     * @param id the {@code msgid} there, or null where the host has none
     */
    record Mark(@Nullable String id, Instant time) {}

    private final Set<String> told = new LinkedHashSet<>();
    private @Nullable Mark newest;
    private @Nullable Mark oldest;
    private boolean beginning;

    @Nullable Mark newest() {
        return newest;
    }

    @Nullable Mark oldest() {
        return oldest;
    }

    /** Whether nothing older than {@link #oldest()} is to be had. */
    boolean atBeginning() {
        return beginning;
    }

    void reachedBeginning() {
        beginning = true;
    }

    /** What was told now reaches up to there. */
    void reaches(Mark mark) {
        newest = mark;
        if (oldest == null) {
            oldest = mark;
        }
    }

    /** What was told now begins there. */
    void begins(Mark mark) {
        oldest = mark;
        if (newest == null) {
            newest = mark;
        }
    }

    /** Remembers a message; false if it was remembered before. */
    boolean add(Message message) {
        String key = key(message);
        if (key == null) {
            return true;
        }
        if (!told.add(key)) {
            return false;
        }
        if (told.size() > REMEMBERED) {
            Iterator<String> first = told.iterator();
            first.next();
            first.remove();
        }
        return true;
    }

    boolean has(Message message) {
        String key = key(message);
        return key != null && told.contains(key);
    }

    /** The id; without one, when who said what; null if even the time is not known. */
    private static @Nullable String key(Message message) {
        String id = message.tags().get("msgid");
        if (id != null) {
            return id;
        }
        String time = message.tags().get("time");
        String from = message.source() == null ? "" : message.source().nick();
        return time == null
                ? null
                : time + ' ' + from + ' ' + message.command() + ' ' + message.trailing().hashCode();
    }
}
