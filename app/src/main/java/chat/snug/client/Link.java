package chat.snug.client;

import chat.snug.net.Connection;
import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to a host and what goes with it once the host has let us in: not to be too
 * fast for it, and to notice when it is gone. Belongs to the loop's thread.
 */
final class Link {
    private final SelectorLoop loop;
    private final ClientOptions options;
    private final Wire wire;
    private final long openedAt;
    private @Nullable Pacing pacing;
    private @Nullable KeepAlive keepAlive;

    Link(
            SelectorLoop loop,
            ClientOptions options,
            Connection connection,
            Wire.Listener listener,
            WireLog log,
            boolean paused) {
        this.loop = loop;
        this.options = options;
        this.wire = new Wire(connection, listener, log);
        this.openedAt = loop.nanoTime();
        if (paused) {
            wire.pause();
        }
    }

    Wire wire() {
        return wire;
    }

    /** How long ago it was opened. */
    long ageNanos() {
        return loop.nanoTime() - openedAt;
    }

    /**
     * The host has let us in.
     *
     * @param patient whether the host bears with whoever is fast
     * @param silent told when the host does not answer any more
     */
    void online(boolean patient, Runnable silent) {
        pacing = patient ? null : new Pacing(loop, wire::send);
        keepAlive = new KeepAlive(loop, options, wire, silent);
    }

    /** To the host, as soon as it bears it. */
    void send(Message message) {
        if (pacing == null) {
            wire.send(message);
        } else {
            pacing.send(message);
        }
    }

    /** Whether the host is listened to or has to wait. */
    void listen(boolean now) {
        if (!now) {
            wire.pause();
            return;
        }
        wire.resume();
        if (keepAlive != null) {
            keepAlive.listening();
        }
    }

    /** Closes; with {@code flush} what was sent before still leaves. */
    void letGo(boolean flush) {
        if (pacing != null) {
            pacing.stop();
        }
        if (keepAlive != null) {
            keepAlive.stop();
        }
        wire.letGo(flush);
    }
}
