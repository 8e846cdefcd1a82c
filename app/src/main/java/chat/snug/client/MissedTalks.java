package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Private talks that went on without me (CHATHISTORY TARGETS): since a connection was lost, or, on
 * coming in first with an account, those of the last weeks, so that what nobody read stands out.
 */
final class MissedTalks {
    /** Talks that were quiet for longer are not looked for on coming in first. */
    private static final Duration LOOKING_BACK = Duration.ofDays(30);

    /** Talks that are looked for on coming in first. */
    private static final int MOST = 20;

    private final Dialogue dialogue;
    private final Shelves shelves;
    private final ReadMarkers markers;

    MissedTalks(Dialogue dialogue, Shelves shelves, ReadMarkers markers) {
        this.dialogue = dialogue;
        this.shelves = shelves;
        this.markers = markers;
    }

    /** I am online: asks who spoke with me meanwhile. */
    void online() {
        Instant lost = shelves.lostAt();
        if (lost != null) {
            ask(lost.minus(Shelves.FUZZ), soon(), History.PAGE);
        } else if (dialogue.account() != null) {
            // From now backwards: the latest, where there are too many.
            ask(soon(), dialogue.now().minus(LOOKING_BACK), MOST);
        }
    }

    private Instant soon() {
        return dialogue.now().plus(Duration.ofDays(1));
    }

    private void ask(Instant from, Instant to, int wanted) {
        int most = dialogue.traits.historyLimit();
        dialogue.send(
                "CHATHISTORY",
                "TARGETS",
                "timestamp=" + Dialogue.onWire(from),
                "timestamp=" + Dialogue.onWire(to),
                Integer.toString(most == 0 ? wanted : Math.min(most, wanted)));
    }

    /** CHATHISTORY TARGETS name timestamp: whoever spoke with me; each is told to {@code found}. */
    void answered(Batch batch, Consumer<String> found) {
        for (Message line : batch.messages.stream().limit(History.PAGE).toList()) {
            String name = line.param(1);
            if (line.command().equals("CHATHISTORY")
                    && !name.isEmpty()
                    && !dialogue.traits.isRoom(name)
                    && !dialogue.isMe(name)) {
                found.accept(name);
                markers.opened(name);
            }
        }
    }
}
