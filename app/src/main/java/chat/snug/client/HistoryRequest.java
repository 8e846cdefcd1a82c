package chat.snug.client;

import chat.snug.client.Shelf.Mark;
import chat.snug.protocol.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question to the host's memory, and what waits until it is answered. */
final class HistoryRequest {
    /** In which direction. */
    enum Kind {
        /** The newest there is: nothing is known yet. */
        LATEST,
        /** What is newer than what is known. */
        AFTER,
        /** What is older than what is known. */
        BEFORE
    }

    final Kind kind;
    final String conversation;
    final List<Runnable> held = new ArrayList<>();

    /** What is held weighs so much. */
    long heldWeight;

    /**
     * My own that was told meanwhile, though it comes behind what is asked for; no more than I
     * said.
     */
    final Shelf own = new Shelf();

    @Nullable Mark from;
    Patience.Since asked;
    int pages;
    long number;
    boolean overflown;
    boolean olderWanted;
    private boolean byTime;

    HistoryRequest(Kind kind, String conversation, @Nullable Mark from, Patience.Since asked) {
        this.kind = kind;
        this.conversation = conversation;
        this.from = from;
        this.asked = asked;
    }

    /** Whether what is live has to wait for the answer. */
    boolean isCatchingUp() {
        return kind != Kind.BEFORE;
    }

    /** From now on asks by time instead of by id; false if it did already or has to. */
    boolean byTime() {
        boolean changes = !byTime && from != null && from.id() != null;
        byTime = true;
        return changes;
    }

    /** CHATHISTORY LATEST, AFTER or BEFORE. */
    Message message(HostTraits traits, int limit) {
        Mark mark = from;
        String most = Integer.toString(limit);
        if (mark == null) {
            return Message.of("CHATHISTORY", "LATEST", conversation, "*", most);
        }
        String id = mark.id();
        boolean withId = id != null && !byTime && traits.historyById();
        String selector = withId ? "msgid=" + id : "timestamp=" + Dialogue.onWire(around(mark));
        return Message.of("CHATHISTORY", kind.name(), conversation, selector, most);
    }

    /** Several messages may have one time: that time comes again, and what is known is dropped. */
    private Instant around(Mark mark) {
        return kind == Kind.AFTER ? mark.time().minusMillis(1) : mark.time().plusMillis(1);
    }
}
