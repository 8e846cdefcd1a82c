package chat.snug.server.session;

import chat.snug.net.Timer;
import java.util.concurrent.TimeUnit;

/**
 * A client's wait until what it has changed is kept, so that it is not told before that it is done:
 * nothing is written to the client until then, and no other line of it is handled. What it is sent
 * meanwhile stays in order, for a change that comes after another one undoes it. Everybody else is
 * told at once, as of what is said.
 *
 * <p>However long the disk takes, nobody loses sight of a room for longer than some seconds, and
 * for those once: who has waited in vain waits no more before the disk has answered. Belongs to the
 * loop's thread.
 */
final class UntilKept {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Session session;
    private final Runnable ifNot;
    private final Timer timer;
    private boolean over;

    /**
     * @param ifNot is run if it could not be kept, or not yet; what it sends comes after what was
     *     sent before
     */
    private UntilKept(ServerState server, Session session, Runnable ifNot) {
        this.session = session;
        this.ifNot = ifNot;
        long most = session.answers.waitsInVain ? 0 : MOST_NANOS;
        this.timer = server.loop.timers().schedule(most, this::giveUp);
    }

    /** From here on the client waits, if there is something to wait for. */
    static void begin(ServerState server, Session session, Runnable ifNot) {
        if (server.store.isSettled()) {
            return;
        }
        UntilKept wait = new UntilKept(server, session, ifNot);
        session.intake.hold();
        session.answers.pauseWriting();
        server.store.afterCommit(() -> wait.committed(server.store.trouble() == null));
    }

    private void giveUp() {
        session.answers.waitsInVain = true;
        end(false);
    }

    private void committed(boolean kept) {
        session.answers.waitsInVain = false;
        end(kept);
    }

    private void end(boolean kept) {
        if (over) {
            return;
        }
        over = true;
        timer.cancel();
        if (!kept && !session.isGone()) {
            ifNot.run();
        }
        session.answers.resumeWriting();
        session.intake.release();
    }
}
