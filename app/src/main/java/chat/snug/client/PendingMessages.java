package chat.snug.client;

import chat.snug.client.ClientEvent.Said.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person has said and the host has not confirmed, by token, oldest first; and what was not
 * sent, as long as the person may try again. Outlives the connection.
 */
final class PendingMessages {
    private static final int MOST_UNSENT = 1000;

    /** One message, short enough for a line. */
    record Pending(String conversation, Kind kind, String text) {}

    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final Map<Long, Pending> unsent = new LinkedHashMap<>();
    private long lastToken;

    /** Takes a new message; returns its token. */
    long add(Pending message) {
        pending.put(++lastToken, message);
        return lastToken;
    }

    /** Takes a message that was not sent once more, under its token; null if it is not known. */
    @Nullable Pending again(long token) {
        Pending message = unsent.remove(token);
        if (message != null) {
            pending.put(token, message);
        }
        return message;
    }

    /** The host has it. Null if the token does not wait (any more). */
    @Nullable Pending confirmed(long token) {
        return pending.remove(token);
    }

    /** It was refused or lost. Null if the token does not wait (any more). */
    @Nullable Pending notSent(long token) {
        Pending message = pending.remove(token);
        if (message != null) {
            unsent.put(token, message);
            if (unsent.size() > MOST_UNSENT) {
                Iterator<Long> oldest = unsent.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return message;
    }

    /** The tokens that wait, in the order of sending. */
    List<Long> tokens() {
        return new ArrayList<>(pending.keySet());
    }

    /** Whether the token waits. */
    boolean waits(long token) {
        return pending.containsKey(token);
    }

    /** The oldest that says the same in the same conversation, or 0. */
    long saying(Pending wanted) {
        String key = Conversations.key(wanted.conversation());
        String text = wanted.text().stripTrailing();
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            Pending message = entry.getValue();
            if (message.kind() == wanted.kind()
                    && Conversations.key(message.conversation()).equals(key)
                    && message.text().stripTrailing().equals(text)) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** The oldest of a conversation, or 0. */
    long oldestIn(String conversation) {
        String key = Conversations.key(conversation);
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            if (Conversations.key(entry.getValue().conversation()).equals(key)) {
                return entry.getKey();
            }
        }
        return 0;
    }
}
