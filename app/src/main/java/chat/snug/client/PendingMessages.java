package chat.snug.client;

import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.Shelf.Mark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the person has said and the host has not confirmed, by token, oldest first; and what was not
 * sent, as long as the person may try again. Outlives the connection.
 */
final class PendingMessages {
    private static final int MOST_UNSENT = 1000;

    /** Of a token. */
    private static final int MOST_DIGITS = 18;

    /**
     * One message, short enough for a line or a batch.
     *
     * @param replyTo the id of the message that it answers, or null
     * @param after a place in the conversation that is older than it, as known when it was said
     */
    record Pending(
            String conversation, Kind kind, String text, @Nullable String replyTo, Mark after) {
        Pending laterThan(Mark place) {
            return new Pending(conversation, kind, text, replyTo, place);
        }
    }

    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final Map<Long, Pending> unsent = new LinkedHashMap<>();
    private final Set<Long> doubtful = new LinkedHashSet<>();
    private final UUID secret = UUID.randomUUID();
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
        doubtful.remove(token);
        return pending.remove(token);
    }

    /** It was refused or lost. Null if the token does not wait (any more). */
    @Nullable Pending notSent(long token) {
        doubtful.remove(token);
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

    /** The connection went: nobody knows what became of what waits. */
    void doubt() {
        doubtful.addAll(pending.keySet());
    }

    /** The tokens that are in doubt, in the order of sending. */
    List<Long> doubtful() {
        return new ArrayList<>(doubtful);
    }

    /** What is in doubt in a conversation is not to be found up to there. */
    void notUpTo(String conversation, Mark place) {
        String key = Conversations.key(conversation);
        for (long token : doubtful) {
            pending.computeIfPresent(
                    token,
                    (_, message) ->
                            Conversations.key(message.conversation()).equals(key)
                                    ? message.laterThan(place)
                                    : message);
        }
    }

    /** The tokens that wait on this connection, in the order of sending. */
    List<Long> tokens() {
        List<Long> tokens = new ArrayList<>(pending.keySet());
        tokens.removeAll(doubtful);
        return tokens;
    }

    /** The message that waits under that token, or null. */
    @Nullable Pending waiting(long token) {
        return pending.get(token);
    }

    /** Whether the token waits. */
    boolean waits(long token) {
        return pending.containsKey(token);
    }

    /**
     * What no other app makes up for any message. Whoever has seen some cannot tell the next one:
     * they could pretend that it has arrived.
     */
    String nonce(long token) {
        byte[] known = (secret + "/" + token).getBytes(StandardCharsets.US_ASCII);
        return token + "/" + UUID.nameUUIDFromBytes(known);
    }

    /** The token that waits with this nonce, or 0. */
    long withNonce(String nonce) {
        int slash = nonce.indexOf('/');
        if (slash < 0 || slash > MOST_DIGITS) {
            return 0;
        }
        try {
            long token = Long.parseLong(nonce.substring(0, slash));
            return waits(token) && nonce.equals(nonce(token)) ? token : 0;
        } catch (NumberFormatException _) {
            return 0; // not made by us
        }
    }

    /** The oldest that says the same in the same conversation, or 0. */
    long saying(String conversation, Kind kind, String said) {
        String key = Conversations.key(conversation);
        String text = said.stripTrailing();
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            Pending message = entry.getValue();
            if (message.kind() == kind
                    && Conversations.key(message.conversation()).equals(key)
                    && message.text().stripTrailing().equals(text)) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** The oldest of a conversation on this connection, or 0. */
    long oldestIn(String conversation) {
        String key = Conversations.key(conversation);
        for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
            if (!doubtful.contains(entry.getKey())
                    && Conversations.key(entry.getValue().conversation()).equals(key)) {
                return entry.getKey();
            }
        }
        return 0;
    }
}
