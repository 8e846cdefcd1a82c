package chat.snug.server.session;

import chat.snug.room.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client that sends too many lines wait, and one that talks where, or to whom, too many
 * talk: it is not read until the next line is due. Nothing is lost; the client's own system holds
 * back what it sends. Host and operators do not wait. Whoever begins to wait is told so once.
 *
 * <p>Long before that, whoever sends much is read after the others, and so is whoever is not in
 * yet: it costs nobody anything, but as long as there is more to do than time, those who have just
 * said something go first.
 */
final class Throttle {
    /** Whoever has sent more lines than this of late sends much. */
    private static final int FEW_LINES = 2;

    private static final String MANY_LINES =
            "You send many lines at once; each of the next ones has to wait a moment";

    private static final String BUSY_ROOM =
            "Very much is said in this room at once; your next lines have to wait a moment";

    private static final String BUSY_PERSON =
            "Very much is sent to this person at once; your next lines have to wait a moment";

    private final ServerState server;
    private final Session session;
    private long state;
    private boolean spared;
    private boolean told;

    Throttle(ServerState server, Session session) {
        this.server = server;
        this.session = session;
        this.state = server.limits.lines().start(server.loop.nanoTime());
        session.connection.yields(true);
    }

    /** The line that is being handled is not counted. */
    void spare() {
        spared = true;
    }

    /** The line that is being handled counts as more than one. */
    void charge(int more) {
        long now = server.loop.nanoTime();
        for (int i = 0; i < more; i++) {
            state = server.limits.lines().charge(state, now);
        }
    }

    /** A line was handled: the next one may have to wait. */
    void lineHandled() {
        if (spared) {
            spared = false;
        } else {
            charge(1);
            roomHeard();
        }
        session.connection.yields(!session.isRegistered() || sendsMuch());
    }

    private boolean sendsMuch() {
        RateLimit lines = server.limits.lines();
        return state - server.loop.nanoTime() > FEW_LINES * lines.intervalNanos();
    }

    /** A line was handled that was counted before; the room that it was for may be busy. */
    void roomHeard() {
        if (isFree()) {
            return;
        }
        long now = server.loop.nanoTime();
        String busy = whatCosts(now);
        if (busy != null) {
            charge(server.pace.price());
        }
        long wait = server.limits.lines().waitNanos(state, now);
        if (wait > 0) {
            tell(busy);
            session.intake.hold();
            server.loop.timers().schedule(wait, session.intake::release);
        } else if (state - now <= server.limits.lines().intervalNanos()) {
            told = false;
        }
    }

    private boolean isFree() {
        return session.isGone() || session.looksAfterAll();
    }

    /** The room or the person because of whom the line costs more; null if it does not. */
    private @Nullable String whatCosts(long now) {
        RateLimit lines = server.limits.lines();
        return state - now <= server.pace.freeLines(lines.burst()) * lines.intervalNanos()
                ? null
                : server.pace.busiest();
    }

    private void tell(@Nullable String busy) {
        if (told || !session.isRegistered()) {
            return;
        }
        told = true;
        if (busy == null) {
            String burst = Integer.toString(server.limits.lines().burst());
            server.replies.warn(session, "*", "RATE_LIMITED", burst, MANY_LINES);
        } else {
            String words = server.pace.busiestIsPerson() ? BUSY_PERSON : BUSY_ROOM;
            server.replies.warn(session, "*", "RATE_LIMITED", busy, words);
        }
    }
}
