package chat.snug.client;

import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.protocol.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Up to where I have read, shared with my other apps (<a
 * href="https://ircv3.net/specs/extensions/read-marker">IRCv3 read-marker</a>). Of rooms the host
 * tells by itself, of private conversations it is asked once.
 */
final class ReadMarkers {
    private static final String TIMESTAMP = "timestamp=";
    private static final int MOST = 1000;

    private final Dialogue dialogue;
    private final Map<String, Instant> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    ReadMarkers(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    private boolean available() {
        return dialogue.has("draft/read-marker") && dialogue.online() && !dialogue.ended();
    }

    /** I have read up to there. A marker never goes back. */
    void read(String conversation, Instant upTo) {
        String key = Conversations.key(conversation);
        Instant before = known.get(key);
        if (!available() || (before != null && !upTo.isAfter(before)) || isFull(key)) {
            return;
        }
        if (!Speech.isTarget(conversation)) {
            return;
        }
        known.put(key, upTo);
        dialogue.send("MARKREAD", conversation, TIMESTAMP + Dialogue.onWire(upTo));
    }

    /** A private conversation was opened. */
    void opened(String conversation) {
        String key = Conversations.key(conversation);
        if (available() && asked.size() < MOST && asked.add(key)) {
            dialogue.send("MARKREAD", conversation);
        }
    }

    /** MARKREAD target timestamp, or a star where nothing was read. */
    void received(Message message) {
        String conversation = message.param(0);
        String value = message.param(1);
        String key = Conversations.key(conversation);
        if (conversation.isEmpty() || value.isEmpty() || isFull(key)) {
            return;
        }
        if (!value.startsWith(TIMESTAMP)) {
            dialogue.tell(new MarkedRead(conversation, null));
            return;
        }
        try {
            Instant upTo = Instant.parse(value.substring(TIMESTAMP.length()));
            known.put(key, upTo);
            dialogue.tell(new MarkedRead(conversation, upTo));
        } catch (DateTimeException _) {
            // Nothing that one could have read up to.
        }
    }

    private boolean isFull(String key) {
        return known.size() >= MOST && !known.containsKey(key);
    }
}
