package chat.snug.net;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** How a socket becomes a {@link Connection} of whoever asked for one. The loop's thread. */
final class Opening {
    private Opening() {}

    /**
     * A socket that came in; what fails here is the peer's loss only.
     *
     * @param read what was read from it already, or null
     */
    static void accepted(
            SelectorLoop loop, Wire wire, AcceptHandler handler, @Nullable ByteBuffer read) {
        Connection connection = on(loop, wire);
        try {
            connection.handledBy(handler.accepted(connection));
            if (read != null) {
                connection.begin(read);
            }
        } catch (RuntimeException | Error e) {
            connection.failed(e);
        }
    }

    /** A socket that this side has opened, or that was encrypted. */
    static void connected(SelectorLoop loop, Wire wire, ConnectHandler handler) {
        Connection connection = on(loop, wire);
        try {
            connection.handledBy(handler.connected(connection));
        } catch (RuntimeException | Error e) {
            connection.failed(e);
        }
        connection.goOn();
    }

    /** A socket that ends, over which the peer was told why: it stays until that has arrived. */
    static void dismissed(SelectorLoop loop, Wire wire) {
        on(loop, new Wire(wire)).closeAfterFlush(CloseReason.PROTOCOL_ERROR);
    }

    private static Connection on(SelectorLoop loop, Wire wire) {
        Connection connection = new Connection(loop, wire);
        wire.key.attach(connection);
        wire.interest(SelectionKey.OP_READ);
        return connection;
    }
}
