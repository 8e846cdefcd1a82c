package chat.snug.server.command;

import chat.snug.protocol.Tags;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said lately with a mark of its own ({@value Tags#NONCE}), so that it is said once
 * however often it comes: an app whose connection broke says again what it does not find in the
 * room's story, and the first copy may still be under way.
 */
final class Repetitions {
    private static final int MOST = 4_096;
    private static final int LONGEST = 100;

    private final SequencedMap<String, Told> told = new LinkedHashMap<>();

    /** When something was said first, and its id. */
    record Told(String id, long time) {}

    /**
     * What was said with the same mark before, or null.
     *
     * @param where the room or person, by one name
     */
    @Nullable Told before(String where, Tags tags) {
        String mark = mark(tags);
        return mark == null ? null : told.get(key(where, mark));
    }

    /** Something was said. */
    void add(String where, Tags tags, String id, long time) {
        String mark = mark(tags);
        if (mark != null) {
            told.put(key(where, mark), new Told(id, time));
            if (told.size() > MOST) {
                told.pollFirstEntry();
            }
        }
    }

    private static @Nullable String mark(Tags tags) {
        String mark = tags.get(Tags.NONCE);
        return mark == null || mark.isEmpty() || mark.length() > LONGEST ? null : mark;
    }

    private static String key(String where, String mark) {
        return where + ' ' + mark;
    }
}
