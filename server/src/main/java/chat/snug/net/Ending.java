package chat.snug.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one connection ends: made when its end begins, so that those that are open do without. It
 * begins as a goodbye, {@link ConnectionState#FLUSHING}, and may be cut short at any time. Belongs
 * to the loop's thread.
 */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Connection connection;
    private final SelectorLoop loop;

    /** The first one counts. */
    private final CloseReason reason;

    private ConnectionState state = ConnectionState.FLUSHING;
    private @Nullable Timer linger;
    private boolean listed;

    Ending(Connection connection, SelectorLoop loop, CloseReason reason) {
        this.connection = connection;
        this.loop = loop;
        this.reason = reason;
    }

    ConnectionState state() {
        return state;
    }

    /** Whether the goodbye is out and what the peer still sends is thrown away. */
    boolean isDraining() {
        return state == ConnectionState.DRAINING;
    }

    /** Whether there is nothing left to do but to close the socket, if that. */
    boolean isOver() {
        return state.isOver();
    }

    /** Gives the goodbye so much time to arrive. */
    void linger(long nanos) {
        loop.lingers(1);
        linger = loop.timers().schedule(nanos, this::doom);
    }

    /** All that was queued is written. */
    void flushed() {
        if (state == ConnectionState.FLUSHING) {
            list();
        }
    }

    /** The end of the turn closes the socket. */
    void doom() {
        if (!state.isOver()) {
            state = ConnectionState.DOOMED;
            list();
        }
    }

    private void list() {
        if (!listed) {
            loop.agenda().end(connection);
            listed = true;
        }
    }

    /**
     * The end of a turn: takes the next step. If it is over then, the socket is to be closed.
     *
     * @param peerEnded whether the peer has ended its stream, so that nothing is to be waited for
     */
    void step(Wire wire, boolean peerEnded) {
        listed = false;
        if (state == ConnectionState.FLUSHING && !peerEnded && wire.endStream()) {
            state = ConnectionState.DRAINING;
            return;
        }
        state = ConnectionState.CLOSED;
        if (linger != null) {
            linger.cancel();
            linger = null;
            loop.lingers(-1);
        }
    }

    /** Tells whoever handled the connection, which is done once. */
    void tell(ConnectionHandler handler) {
        try {
            handler.closed(connection, reason);
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: the handler failed when told of the end", connection.remoteAddress(), e);
        }
    }
}
