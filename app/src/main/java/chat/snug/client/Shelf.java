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
    /** At most so many messages back a repetition is noticed. */
    static final int REMEMBERED = 8192;

    /** Of FNV-1a, 64 bits. */
    private static final long BASIS = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    /**
     * A place in a conversation.
     *
     * @param id the {@code msgid} there, or null where the host has none
     */
    record Mark(@Nullable String id, Instant time) {}

    /** What was told, by numbers: ids are as long as a host likes. */
    private final Set<Long> told = new LinkedHashSet<>();

    private int most = REMEMBERED;
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

    /** From now on so many messages are remembered, {@link #REMEMBERED} at most. */
    void remember(int messages) {
        most = Math.min(messages, REMEMBERED);
        forgetOldest();
    }

    /** How many messages are remembered. */
    int remembered() {
        return told.size();
    }

    /** Remembers a message; false if it was remembered before. */
    boolean add(Message message) {
        Long key = key(message);
        if (key == null) {
            return true;
        }
        boolean fresh = told.add(key);
        forgetOldest();
        return fresh;
    }

    private void forgetOldest() {
        Iterator<Long> all = told.iterator();
        for (int surplus = told.size() - most; surplus > 0; surplus--) {
            all.next();
            all.remove();
        }
    }

    boolean has(Message message) {
        Long key = key(message);
        return key != null && told.contains(key);
    }

    /** Of the id; without one, of when who said what; null if even the time is not known. */
    private static @Nullable Long key(Message message) {
        String id = message.tags().get("msgid");
        if (id != null) {
            return hash(BASIS, id);
        }
        String time = message.tags().get("time");
        if (time == null) {
            return null;
        }
        String from = message.source() == null ? "" : message.source().nick();
        long said = hash(hash(BASIS, time + ' '), from + ' ');
        return hash(hash(said, message.command() + ' '), message.trailing());
    }

    /** What collides is of one host, and hidden by that host from nobody but whoever asked it. */
    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
