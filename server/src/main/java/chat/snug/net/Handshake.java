package chat.snug.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two sides of a socket agree on how to encrypt it. Has the key until that is done; then a {@link
 * Connection} gets it. The slow parts run where {@link Tls#tasks()} says, and meanwhile the socket
 * is not watched. Belongs to the loop's thread.
 */
final class Handshake extends Registration {
    /** While so many goodbyes are under way, those who cannot agree may miss why. */
    private static final int MOST_GOODBYES = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);

    private final SelectorLoop loop;
    private final TlsWire wire;
    private final Tls tls;
    private final ConnectHandler handler;
    private @Nullable Timer timeout;
    private boolean settled;

    Handshake(SelectorLoop loop, TlsWire wire, Tls tls, ConnectHandler handler) {
        this.loop = loop;
        this.wire = wire;
        this.tls = tls;
        this.handler = handler;
    }

    /** Begins; the handler is told how it ends, and not before this has returned. */
    void start(long timeoutNanos) {
        wire.key.attach(this);
        timeout = loop.timers().schedule(timeoutNanos, () -> fail(ConnectFailure.TIMED_OUT));
        wire.interest(0);
        loop.executeIfOpen(this::goOn);
    }

    /** Gives up, unless it is over. */
    void cancel() {
        fail(ConnectFailure.CANCELLED);
    }

    @Override
    void ready(int readyOps) {
        goOn();
    }

    private void goOn() {
        if (settled) {
            return;
        }
        try {
            switch (wire.shakeHands()) {
                case READ -> wire.interest(SelectionKey.OP_READ);
                case WRITE -> wire.interest(SelectionKey.OP_WRITE);
                case TASK -> {
                    wire.interest(0);
                    work(wire.takeTask());
                }
                case DONE -> done();
            }
        } catch (IOException | RejectedExecutionException e) {
            fail(ConnectFailure.ofHandshake(e, wire.heard()));
        }
    }

    private void work(Runnable task) {
        tls.tasks()
                .execute(
                        () -> {
                            try {
                                task.run();
                            } finally {
                                loop.executeIfOpen(this::goOn);
                            }
                        });
    }

    private void done() {
        settle();
        Opening.connected(loop, wire, handler);
    }

    private void fail(ConnectFailure why) {
        if (settled) {
            return;
        }
        settle();
        if (why.kind() == ConnectFailure.Kind.INSECURE && loop.lingering() < MOST_GOODBYES) {
            Opening.dismissed(loop, wire);
        } else {
            wire.close();
        }
        try {
            handler.failed(why);
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "{}: the handler failed when told that there is no connection", wire.remote, e);
        }
    }

    private void settle() {
        settled = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    @Override
    void failed(Throwable failure) {
        fail(ConnectFailure.ofHandshake(failure, wire.heard()));
        LOG.warn("{}: failed while shaking hands", wire.remote, failure);
    }

    @Override
    void loopClosing() {
        cancel();
    }
}
