package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * How long answers are waited for, on one connection. A host answers in order: after a while it is
 * pinged (<a href="https://modern.ircdocs.horse/#ping-message">Modern IRC, PING</a>), and what it
 * has not answered by the PONG it passes over. Without a PONG it is slow, or gone without a word;
 * then {@link KeepAlive} ends the connection, and on the next one it is asked again.
 */
final class Patience {
    private static final String QUESTION = "snug-passed-";

    private final Dialogue dialogue;
    private int sent;
    private int answered;

    /**
     * Since when an answer is waited for.
     *
     * @param pings how many had been sent before
     */
    record Since(Instant time, int pings) {}

    Patience(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Something is asked now. */
    Since now() {
        return new Since(dialogue.now(), sent);
    }

    /**
     * Whether what was asked then is not answered any more. Asks the host for that where it has not
     * answered for longer than {@code enough}.
     */
    boolean isOver(Since asked, Duration enough) {
        boolean pinged = asked.pings() < sent;
        if (!pinged && sent == answered && isLongAgo(asked.time(), enough)) {
            sent++;
            dialogue.send("PING", QUESTION + sent);
        }
        return asked.pings() < answered;
    }

    /** A clock that was set back says nothing. */
    private boolean isLongAgo(Instant time, Duration enough) {
        Instant now = dialogue.now();
        return now.isBefore(time) || now.isAfter(time.plus(enough));
    }

    /** A PONG to anything. */
    void pong(Message message) {
        if (message.trailing().equals(QUESTION + sent)) {
            answered = sent;
        }
    }
}
