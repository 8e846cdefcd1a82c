package chat.snug.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The way of one peer's bytes in: when they are read, and those that their handler has left unread.
 * Belongs to the loop's thread.
 */
final class Inbound {
    private final SelectorLoop loop;
    private final Wire wire;
    private final Connection connection;
    private @Nullable ByteBuffer unread;
    private long lastReceived;
    private boolean paused;
    private boolean yields;
    private boolean listed;
    private boolean ended;

    Inbound(SelectorLoop loop, Wire wire, Connection connection) {
        this.loop = loop;
        this.wire = wire;
        this.connection = connection;
        this.lastReceived = loop.nanoTime();
    }

    /** When bytes came last, or when the connection was opened. */
    long lastReceived() {
        return lastReceived;
    }

    /** Whether the peer has ended its stream. */
    boolean hasEnded() {
        return ended;
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
        connection.updateInterest();
    }

    void resume() {
        paused = false;
        if (unread != null || wire.holdsMore()) {
            list();
        } else {
            connection.updateInterest();
        }
    }

    boolean yields() {
        return yields;
    }

    void yields(boolean toOthers) {
        yields = toOthers;
    }

    /** Whether the selector is to tell when something comes. */
    boolean isAwaited() {
        return wants() && !(listed && connection.isOpen());
    }

    private boolean wants() {
        return connection.isOpen()
                ? !paused && unread == null && !wire.isStuck()
                : connection.isDraining();
    }

    /**
     * What was read before there was a connection is delivered. Where it has to wait, the selector
     * still watches: only if more comes meanwhile it is told not to.
     */
    void begin(ByteBuffer bytes) {
        if (connection.isOpen() && (paused || yields)) {
            unread = loop.reading().keep(bytes);
            if (!paused) {
                list();
            }
        } else if (connection.isOpen()) {
            deliver(bytes);
        }
    }

    /** What the wire has read beyond what it gave is delivered in the next turn. */
    void goOn() {
        if (wire.holdsMore()) {
            list();
        }
    }

    /** Something has come. */
    void ready() {
        if (wants()) {
            if (yields && connection.isOpen()) {
                list();
            } else {
                read();
            }
        }
        connection.updateInterest();
    }

    /** What was left unread comes again, before anything newer. */
    void resumeTurn() {
        listed = false;
        if (unread != null && !paused && connection.isOpen()) {
            deliver(unread);
            goOn();
        } else if (wants()) {
            read();
            connection.updateInterest();
        }
    }

    private void read() {
        ByteBuffer bytes = loop.reading().buffer();
        int count = wire.read(bytes);
        if (count == Wire.FAILED) {
            connection.doom(CloseReason.RESET_BY_PEER);
        } else if (count == Wire.END_OF_STREAM) {
            ended = true;
            if (connection.isOpen()) {
                connection.closeAfterFlush(CloseReason.CLOSED_BY_PEER);
            } else {
                connection.doom(CloseReason.CLOSED_BY_PEER);
            }
        } else if (connection.isOpen() && count > 0) {
            lastReceived = loop.nanoTime();
            deliver(bytes.flip());
        }
        if (wire.readNothing() && connection.isOpen()) {
            connection.handleNothing();
        }
        goOn();
    }

    private void deliver(ByteBuffer bytes) {
        int before = bytes.remaining();
        connection.handle(bytes);
        if (!connection.isOpen()) {
            return;
        }
        if (!bytes.hasRemaining()) {
            forget();
        } else {
            keep(bytes, before);
        }
        connection.updateInterest();
    }

    private void keep(ByteBuffer rest, int before) {
        boolean readNothing = rest.remaining() == before;
        if (unread == null) {
            unread = loop.reading().keep(rest);
        }
        if (!paused) {
            if (readNothing) {
                throw new IllegalStateException("the handler neither reads nor pauses");
            }
            list();
        }
    }

    /** What was left unread will not be read. */
    void forget() {
        if (unread != null) {
            loop.reading().letGo(unread);
            unread = null;
        }
    }

    private void list() {
        if (!listed) {
            loop.agenda().resume(connection);
            listed = true;
        }
    }
}
