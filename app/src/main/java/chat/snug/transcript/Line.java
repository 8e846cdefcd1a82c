package chat.snug.transcript;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.room.Author;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Speech;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said, as it stands in the file. Its key begins with its time, so that keys are
 * in the order of time whatever the host's ids look like, and ends with that id, so that what is
 * seen twice is kept once.
 *
 * @param key unique in one conversation
 * @param said what was said
 */
record Line(String key, Said said) {
    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String MINE = "mine";
    private static final String MENTION = "mention";
    private static final String REPLY = "reply";

    static Line of(Said said) {
        String id = said.id();
        String what =
                id == null
                        ? "-" + Integer.toHexString((said.from() + '\n' + said.text()).hashCode())
                        : id;
        return new Line(time(said.time().toEpochMilli()) + ' ' + what, said);
    }

    /** What all keys of that time, and no earlier ones, begin with. */
    static String time(long millis) {
        return String.format(Locale.ROOT, "%012x", Math.max(0, millis));
    }

    RoomEvent event() {
        Map<String, String> tags = new LinkedHashMap<>();
        put(tags, ID, said.id());
        put(tags, KIND, said.kind() == Kind.ACTION ? "action" : null);
        put(tags, MINE, said.mine() ? "" : null);
        put(tags, MENTION, said.mention() ? "" : null);
        put(tags, REPLY, said.replyTo());
        return new RoomEvent.Said(
                key,
                said.time().toEpochMilli(),
                new Author(said.from(), "", "", said.account(), false),
                said.kind() == Kind.NOTICE ? Speech.NOTICE : Speech.MESSAGE,
                said.text(),
                tags);
    }

    private static void put(Map<String, String> tags, String tag, @Nullable String value) {
        if (value != null) {
            tags.put(tag, value);
        }
    }

    /** What the file has, as it was told. */
    static Said read(String conversation, RoomEvent.Said event) {
        Map<String, String> tags = event.tags();
        Kind kind =
                event.speech() == Speech.NOTICE
                        ? Kind.NOTICE
                        : "action".equals(tags.get(KIND)) ? Kind.ACTION : Kind.TEXT;
        return new Said(
                conversation,
                Instant.ofEpochMilli(event.time()),
                tags.get(ID),
                event.author().nick(),
                tags.containsKey(MINE),
                kind,
                event.text(),
                tags.containsKey(MENTION),
                event.author().account(),
                tags.get(REPLY));
    }
}
