package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * How long answers are waited for, on one connection. A host answers in order: after a while it is
 * pinged (<a href="https://modern.ircdocs.horse/#ping-message">Modern IRC, PING</a>), and what it
 * has not answered by the PONG it passes over. Without a PONG it is slow, or gone without a word:
 * {@link KeepAlive} ends the connection then, and on the next one it is asked again. A host that
 * talks and still does not answer a PING is not waited for longer than a minute.
 */
final class Patience {
    private static final String QUESTION = "snug-passed-";
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);
    private static final Duration WITHOUT_PONG = Duration.ofSeconds(60);

    private final Dialogue dialogue;
    private Instant lastPing = Instant.MIN;
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
     * Whether what was asked then is not answered any more. Pings the host where it has not
     * answered for longer than {@code enough}.
     */
    boolean isOver(Since asked, Duration enough) {
        if (asked.pings() < answered) {
            return true;
        }
        Instant now = dialogue.now();
        boolean isLate = isOutside(asked.time(), now, enough);
        if (isLate && (sent == 0 || isOutside(lastPing, now, BETWEEN_PINGS))) {
            lastPing = now;
            sent++;
            dialogue.send("PING", QUESTION + sent);
        }
        return now.isAfter(asked.time().plus(enough).plus(WITHOUT_PONG));
    }

    /** Also where the clock was set back: then nobody knows how long it is. */
    private static boolean isOutside(Instant from, Instant now, Duration length) {
        return now.isBefore(from) || !now.isBefore(from.plus(length));
    }

    /** A PONG to anything. */
    void pong(Message message) {
        String text = message.trailing();
        for (int number = sent; number > answered; number--) {
            if (text.equals(QUESTION + number)) {
                answered = number;
            }
        }
    }
}
