package chat.snug.client;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.PendingMessages.Pending;
import chat.snug.client.Shelf.Mark;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds my own messages again in what the host says: by the label of the request (IRCv3
 * labeled-response), by the client tag {@value Tags#NONCE} that went with them and comes back in
 * every copy, live or out of a history, or by their text. What was under way when a connection
 * ended is in doubt until the host's memory has shown whether it has it.
 */
final class Echoes {
    private static final String LABEL = "s";

    private final Dialogue dialogue;
    private final PendingMessages pending;

    Echoes(Dialogue dialogue, PendingMessages pending) {
        this.dialogue = dialogue;
        this.pending = pending;
    }

    static String label(long token) {
        return LABEL + token;
    }

    /** The token in the label of the request that is answered, or 0. */
    long token(Message message) {
        String label = dialogue.label(message);
        if (label == null || !label.startsWith(LABEL) || label.length() > 20) {
            return 0;
        }
        try {
            return Long.parseLong(label.substring(LABEL.length()));
        } catch (NumberFormatException _) {
            return 0; // not one of our labels
        }
    }

    /** Whether {@code said} is what waits for its echo; then that is told. */
    boolean claim(Message message, Said said) {
        long token = token(message);
        if (!pending.waits(token)) {
            String nonce = message.tags().get(Tags.NONCE);
            if (nonce != null) {
                token = pending.withNonce(nonce);
            } else if (said.mine()) {
                token = pending.saying(said.conversation(), said.kind(), said.text());
            }
        }
        return confirm(token, said);
    }

    /** The same, for what seems to come from somebody else: my name may be another now. */
    boolean claimByNonce(Message message, Said said) {
        String nonce = message.tags().get(Tags.NONCE);
        return nonce != null && confirm(pending.withNonce(nonce), said);
    }

    /** The host has it. Whether it waited for that. */
    boolean confirm(long token, Said said) {
        Pending confirmed = pending.confirmed(token);
        if (confirmed == null) {
            return false;
        }
        dialogue.tell(new ClientEvent.Confirmed(confirmed.conversation(), token, said));
        return true;
    }

    /** The host has it, though it did not send it back. */
    void confirm(long token, Message answer) {
        Pending message = pending.waiting(token);
        if (message != null) {
            confirm(
                    token,
                    new Said(
                            message.conversation(),
                            dialogue.time(answer),
                            answer.tags().get("msgid"),
                            dialogue.me(),
                            true,
                            message.kind(),
                            message.text(),
                            false,
                            dialogue.account(),
                            message.replyTo()));
        }
    }

    /** It was refused or is lost. Whether it waited. */
    boolean notSent(long token, String reason, Refusal why) {
        Pending message = pending.notSent(token);
        if (message != null) {
            dialogue.tell(new ClientEvent.NotSent(message.conversation(), token, reason, why));
        }
        return message != null;
    }

    // ---- what is in doubt

    /** The conversations in which something is in doubt. */
    Set<String> doubtful() {
        Set<String> conversations = new LinkedHashSet<>();
        for (long token : pending.doubtful()) {
            Pending message = pending.waiting(token);
            if (message != null) {
                conversations.add(message.conversation());
            }
        }
        return conversations;
    }

    /**
     * From where a conversation has to be read again so that what is in doubt would be found: what
     * was known when the first of it was sent, or {@code newest}. Others' later messages may have
     * come before the echo.
     */
    @Nullable Mark beforeDoubt(String conversation, @Nullable Mark newest) {
        String key = Conversations.key(conversation);
        for (long token : pending.doubtful()) {
            Pending message = pending.waiting(token);
            if (message != null && Conversations.key(message.conversation()).equals(key)) {
                return message.after();
            }
        }
        return newest;
    }

    /** The host has shown what it has up to there: if it breaks off now, the rest is enough. */
    void notUpTo(String conversation, Mark place) {
        pending.notUpTo(conversation, place);
    }

    /** The host has shown all that it has of a conversation: what is in doubt is not there. */
    void giveUp(String conversation) {
        String key = Conversations.key(conversation);
        for (long token : pending.doubtful()) {
            Pending message = pending.waiting(token);
            if (message != null && Conversations.key(message.conversation()).equals(key)) {
                notSent(token, "", Refusal.NOT_CONNECTED);
            }
        }
    }

    /** Nothing will show what became of what is in doubt. */
    void giveUp() {
        for (long token : pending.doubtful()) {
            notSent(token, "", Refusal.NOT_CONNECTED);
        }
    }

    /**
     * The connection is gone.
     *
     * @param remembers whether the host can be asked later what it has
     */
    void lost(boolean remembers) {
        List<Long> waiting = pending.tokens();
        if (remembers) {
            pending.doubt();
            return;
        }
        for (long token : waiting) {
            notSent(token, "", Refusal.NOT_CONNECTED);
        }
    }
}
