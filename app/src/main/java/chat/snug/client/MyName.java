package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * My name on a host: the one I want, and, as long as somebody else has it, the way back to it.
 * Outlives the connection.
 */
final class MyName {
    private static final Duration CHECK = Duration.ofSeconds(30);

    private String wanted;
    private @Nullable String requested;
    private boolean reclaiming;
    private Instant checked = Instant.EPOCH;

    MyName(String wanted) {
        this.wanted = wanted;
    }

    String wanted() {
        return wanted;
    }

    /** A new connection: nothing is under way on it. */
    void forgetConnection() {
        reclaiming = false;
        requested = null;
    }

    void online(Dialogue dialogue) {
        checked = dialogue.now();
    }

    /** Now and then: asks whether my own name is free again, if another had to be taken. */
    void tick(Dialogue dialogue) {
        Instant now = dialogue.now();
        if (!dialogue.isMe(wanted) && !now.isBefore(checked.plus(CHECK))) {
            checked = now;
            dialogue.send("ISON", wanted);
        }
    }

    /** The person wants another name. */
    void change(Dialogue dialogue, String name) {
        if (dialogue.online() && !dialogue.ended()) {
            reclaiming = false;
            requested = name;
            dialogue.send("NICK", name);
        } else {
            wanted = name;
        }
    }

    /** RPL_ISON: who of those asked for is there. */
    void present(Dialogue dialogue, Message message) {
        if (!dialogue.isMe(wanted) && message.trailing().isBlank()) {
            reclaim(dialogue);
        }
    }

    /** A name was refused; whether the person asked for it. */
    boolean refused() {
        boolean askedFor = !reclaiming;
        reclaiming = false;
        requested = null;
        return askedFor;
    }

    /** I have this name now. */
    void renamed(Dialogue dialogue, String to) {
        dialogue.iAm(to);
        reclaiming = false;
        if (requested != null && dialogue.isMe(requested)) {
            wanted = to;
            requested = null;
        }
    }

    /** Somebody does not have that name any more: mine may be free. */
    void freed(Dialogue dialogue, String name) {
        if (dialogue.traits.same(name, wanted)) {
            reclaim(dialogue);
        }
    }

    private void reclaim(Dialogue dialogue) {
        if (dialogue.online() && !dialogue.isMe(wanted) && !reclaiming) {
            reclaiming = true;
            dialogue.send("NICK", wanted);
        }
    }
}
