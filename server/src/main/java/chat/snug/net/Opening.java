package chat.snug.net;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** How a socket becomes a {@link Connection} of whoever asked for one. The loop's thread. */
final class Opening {
    private Opening() {}

    /** A socket that came in; what fails here is the peer's loss only. */
    static void accepted(SelectorLoop loop, Wire wire, AcceptHandler handler) {
        Connection connection = on(loop, wire);
        try {
            connection.handledBy(handler.accepted(connection));
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

    /** A socket whose other side begins to encrypt; {@code read} is what has come of that. */
    static void encrypted(
            SelectorLoop loop,
            Wire wire,
            Tls tls,
            ByteBuffer read,
            long timeoutNanos,
            ConnectHandler handler) {
        ByteBuffer first = ByteBuffer.allocate(read.remaining()).put(read).flip();
        TlsWire encrypted = new TlsWire(wire, tls, first.hasRemaining() ? first : null);
        new Handshake(loop, encrypted, tls, handler).start(timeoutNanos);
    }

    private static Connection on(SelectorLoop loop, Wire wire) {
        Connection connection = new Connection(loop, wire);
        wire.key.attach(connection);
        wire.interest(SelectionKey.OP_READ);
        return connection;
    }
}
