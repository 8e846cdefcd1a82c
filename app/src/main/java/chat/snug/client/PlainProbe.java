package chat.snug.client;

import chat.snug.net.CloseReason;
import chat.snug.net.ConnectFailure;
import chat.snug.net.ConnectHandler;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.PendingConnect;
import chat.snug.net.SelectorLoop;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether somebody who is silent when asked to encrypt reads lines of text. What it sends
 * is the beginning of a record of TLS (RFC 8446, section 5.1), which whoever encrypts waits for the
 * rest of, and for everybody else a line of nonsense and a PING, which they answer in plain. Only
 * such an answer shows that there is no encryption; silence and hanging up show nothing. Belongs to
 * the loop's thread.
 */
final class PlainProbe implements ConnectHandler, ConnectionHandler {
    /** A handshake of 258 bytes of which none is a zero: some read no further than to that. */
    private static final byte[] QUESTION =
            "\u0016\u0003\u0001\u0001\u0002\r\nPING snug\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte FIRST_OF_TLS = 20;
    private static final byte LAST_OF_TLS = 23;
    private static final Logger LOG = LoggerFactory.getLogger(PlainProbe.class);

    private final PendingConnect pending;
    private final Runnable plain;
    private @Nullable Connection open;
    private boolean over;

    /**
     * Begins.
     *
     * @param plain told if the other side reads lines of text
     */
    PlainProbe(SelectorLoop loop, InetSocketAddress remote, long nanos, Runnable plain) {
        this.plain = plain;
        this.pending = loop.connect(remote, nanos, this);
    }

    /** It does not matter any more. */
    void stop() {
        over = true;
        pending.cancel();
        if (open != null) {
            open.close(CloseReason.LOCAL_CLOSE);
        }
    }

    @Override
    public ConnectionHandler connected(Connection connection) {
        open = connection;
        if (over) {
            connection.close(CloseReason.LOCAL_CLOSE);
        } else {
            connection.send(ByteBuffer.wrap(QUESTION));
        }
        return this;
    }

    @Override
    public void failed(ConnectFailure why) {
        LOG.debug("nobody answers a second time: {}", why.kind());
    }

    @Override
    public void received(Connection connection, ByteBuffer bytes) {
        byte first = bytes.get(bytes.position());
        bytes.position(bytes.limit());
        if (!over) {
            stop();
            if (first < FIRST_OF_TLS || first > LAST_OF_TLS) {
                plain.run();
            }
        }
    }

    @Override
    public void closed(Connection connection, CloseReason reason) {
        open = null;
    }
}
