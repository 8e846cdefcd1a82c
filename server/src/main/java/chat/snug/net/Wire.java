package chat.snug.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one connection and its key. Failures of the socket become plain answers here: what
 * ends a connection is no exception to those who use it. This one carries bytes as they are; {@link
 * TlsWire} encrypts them.
 */
sealed class Wire permits TlsWire {
    static final int END_OF_STREAM = -1;
    static final int FAILED = -2;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    final SocketChannel channel;
    final SelectionKey key;
    final InetSocketAddress remote;
    final InetSocketAddress local;

    /** Takes over a connected, non-blocking channel. */
    Wire(SocketChannel channel, SelectionKey key) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.channel = channel;
        this.key = key;
        this.remote = (InetSocketAddress) channel.getRemoteAddress();
        this.local = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Takes the socket over from a wire that is not used any more. */
    Wire(Wire from) {
        channel = from.channel;
        key = from.key;
        remote = from.remote;
        local = from.local;
    }

    boolean isEncrypted() {
        return false;
    }

    /** What the peer has proved to be, if it has. */
    @Nullable X509Certificate peerCertificate() {
        return null;
    }

    /** Reads once. Returns the number of bytes, {@link #END_OF_STREAM} or {@link #FAILED}. */
    int read(ByteBuffer bytes) {
        try {
            return channel.read(bytes);
        } catch (IOException e) {
            LOG.debug("{}: cannot read: {}", remote, e.toString());
            return FAILED;
        }
    }

    /**
     * Writes what the socket takes, of what is held back and then of the queue. Returns whether the
     * connection still works.
     */
    boolean write(@Nullable OutboundQueue queue, ByteBuffer scratch) {
        try {
            if (queue != null) {
                queue.writeTo(channel, scratch);
            }
            return true;
        } catch (IOException e) {
            LOG.debug("{}: cannot write: {}", remote, e.toString());
            return false;
        }
    }

    /** Whether nothing can be read before what is held back is sent. */
    boolean isStuck() {
        return false;
    }

    /** Whether bytes that were taken from a queue wait here until the socket is writable. */
    boolean holdsBack() {
        return false;
    }

    /** Whether there is more to read, whatever the selector says of the socket. */
    boolean holdsMore() {
        return false;
    }

    /** Whether the last read ended at something that came and held no bytes. */
    boolean readNothing() {
        return false;
    }

    /** Tells the peer that nothing more comes. Returns whether the connection still works. */
    boolean endStream() {
        try {
            channel.shutdownOutput();
            return true;
        } catch (IOException e) {
            LOG.debug("{}: cannot end the stream: {}", remote, e.toString());
            return false;
        }
    }

    void close() {
        key.cancel();
        SelectorLoop.closeQuietly(channel);
    }

    int interest() {
        return key.interestOps();
    }

    void interest(int ops) {
        if (ops != key.interestOps()) {
            key.interestOps(ops);
        }
    }
}
