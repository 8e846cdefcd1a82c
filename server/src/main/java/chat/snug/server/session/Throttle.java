package chat.snug.server.session;

/**
 * Makes a client that sends too many lines wait: it is not read until the next line is due. Nothing
 * is lost; the client's own system holds back what it sends. Host and operators do not wait.
 */
final class Throttle {
    private final ServerState server;
    private final Session session;
    private long state;
    private boolean spared;

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
        if (session.isGone() || session.isHost() || session.is(UserMode.OPERATOR)) {
            return;
        }
        long now = server.loop.nanoTime();
        if (spared) {
            spared = false;
            return;
        }
        state = server.limits.lines().charge(state, now);
        long wait = server.limits.lines().waitNanos(state, now);
        if (wait > 0) {
            session.intake.hold();
            server.loop.timers().schedule(wait, session.intake::release);
        }
    }
}
