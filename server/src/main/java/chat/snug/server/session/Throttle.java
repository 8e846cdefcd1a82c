package chat.snug.server.session;

import chat.snug.room.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client that sends too many lines wait, and one that talks where too many talk: it is not
 * read until the next line is due. Nothing is lost; the client's own system holds back what it
 * sends. Host and operators do not wait, and in a room its operators do not. Whoever begins to wait
 * is told so once.
 */
final class Throttle {
    private final ServerState server;
    private final Session session;
    private long state;
    private boolean spared;
    private boolean told;

    Throttle(ServerState server, Session session) {
        this.server = server;
        this.session = session;
        this.state = server.limits.lines().start(server.loop.nanoTime());
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
        if (isFree()) {
            return;
        }
        long now = server.loop.nanoTime();
        if (spared) {
            spared = false;
            return;
        }
        state = server.limits.lines().charge(state, now);
        long own = server.limits.lines().waitNanos(state, now);
        Channel room = roomToWaitFor();
        if (room != null && server.pace.waitNanos() > own) {
            hold(server.pace.waitNanos(), room);
        } else if (own > 0) {
            hold(own, null);
        } else if (state - now <= server.limits.lines().intervalNanos()) {
            told = false;
        }
    }

    /** A line was handled that was counted before; the room that it was for may be busy. */
    void roomHeard() {
        Channel room = roomToWaitFor();
        if (!isFree() && room != null) {
            hold(server.pace.waitNanos(), room);
        }
    }

    private boolean isFree() {
        return session.isGone() || session.isHost() || session.is(UserMode.OPERATOR);
    }

    private @Nullable Channel roomToWaitFor() {
        Channel room = server.pace.slowest();
        Seat seat = room == null ? null : session.places.in(room);
        return seat != null && seat.member.has(Rank.OPERATOR) ? null : room;
    }

    private void hold(long nanos, @Nullable Channel room) {
        if (!told && session.isRegistered()) {
            told = true;
            if (room == null) {
                server.replies.warn(
                        session,
                        "*",
                        "RATE_LIMITED",
                        Integer.toString(server.limits.lines().burst()),
                        "You send many lines at once; each of the next ones has to wait a moment");
            } else {
                server.replies.warn(
                        session,
                        "*",
                        "RATE_LIMITED",
                        room.name(),
                        "Very much is said in this room at once; your next lines have to wait a"
                                + " moment");
            }
        }
        session.intake.hold();
        server.loop.timers().schedule(nanos, session.intake::release);
    }
}
