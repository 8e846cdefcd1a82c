package chat.snug.server.session;

import chat.snug.net.CloseReason;
import chat.snug.net.Timer;
import chat.snug.protocol.Message;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a client is not there any more. One timer looks when it would be time to act if
 * nothing had come since, so a line that comes costs nothing; a client that is silent is sent a
 * PING, and if it stays silent it is dropped.
 */
final class Pulse implements Runnable {
    private final ServerState server;
    private final Session session;
    private long heardNanos;
    private long registerBy;
    private boolean waits;
    private boolean asked;
    private Timer timer;
    private @Nullable CompletableFuture<Boolean> answers;

    Pulse(ServerState server, Session session) {
        this.server = server;
        this.session = session;
        this.heardNanos = server.loop.nanoTime();
        this.registerBy = heardNanos + server.limits.registration().toNanos();
        this.timer = server.loop.timers().schedule(server.limits.registration().toNanos(), this);
    }

    /** Something came from the client. */
    void heard() {
        heardNanos = server.loop.nanoTime();
        asked = false;
        answer(true);
    }

    /**
     * Others decide about the client (or not any more), and for how long they take it is not to
     * blame.
     */
    void waits(boolean now) {
        waits = now;
        registerBy = server.loop.nanoTime() + server.limits.registration().toNanos();
        if (!now && !session.isGone()) {
            timer.cancel();
            asked = false;
            run();
        }
    }

    void stop() {
        timer.cancel();
        answer(false);
    }

    /** Asks the client whether it is still there; silence means no. */
    CompletableFuture<Boolean> answers() {
        CompletableFuture<Boolean> waiting = answers;
        if (waiting == null) {
            waiting = new CompletableFuture<>();
            answers = waiting;
            session.sendUnlabeled(
                    Outgoing.plain(
                            Message.of("PING", server.options.serverName()), server.ids.now()));
            server.loop
                    .timers()
                    .schedule(server.limits.accounts().answer().toNanos(), () -> answer(false));
        }
        return waiting;
    }

    private void answer(boolean isThere) {
        CompletableFuture<Boolean> waiting = answers;
        if (waiting != null) {
            answers = null;
            waiting.complete(isThere);
        }
    }

    private void enter(long leftNanos) {
        if (leftNanos > 0) {
            timer = server.loop.timers().schedule(leftNanos, this);
        } else {
            session.drop("Registration timed out", CloseReason.TIMED_OUT);
        }
    }

    @Override
    public void run() {
        if (session.isGone()) {
            return;
        }
        if (!session.isRegistered() && !waits) {
            enter(registerBy - server.loop.nanoTime());
            return;
        }
        long silent = server.loop.nanoTime() - heardNanos;
        long limit = server.limits.silence().toNanos();
        long ask = server.limits.pingAfter().toNanos();
        if (silent >= limit && asked) {
            session.drop(
                    "Ping timeout: " + server.limits.silence().toSeconds() + " seconds",
                    CloseReason.TIMED_OUT);
            return;
        }
        if (silent >= ask && !asked) {
            asked = true;
            session.send(Message.of("PING", server.options.serverName()));
        }
        timer = server.loop.timers().schedule(asked ? limit - ask : ask - silent, this);
    }
}
