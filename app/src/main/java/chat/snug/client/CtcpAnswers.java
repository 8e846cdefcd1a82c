package chat.snug.client;

import chat.snug.protocol.TextSplitter;
import java.time.Duration;
import java.time.Instant;

/** CTCP requests: VERSION and PING have an answer, a few at a time; nothing else has. */
final class CtcpAnswers {
    private static final int AT_ONCE = 3;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int LONGEST = 100;

    private final Dialogue dialogue;
    private Instant window = Instant.EPOCH;
    private int answers;

    CtcpAnswers(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    void answer(String nick, SpokenText request) {
        String reply =
                switch (request.request()) {
                    case "VERSION" -> "VERSION Snug";
                    case "PING" -> "PING " + TextSplitter.head(request.text(), LONGEST);
                    default -> "";
                };
        Instant now = dialogue.now();
        if (window.plus(WINDOW).isBefore(now)) {
            window = now;
            answers = 0;
        }
        if (!reply.isEmpty() && Speech.isTarget(nick) && answers < AT_ONCE) {
            answers++;
            dialogue.send("NOTICE", nick, '\u0001' + reply + '\u0001');
        }
    }
}
