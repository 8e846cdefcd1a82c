package chat.snug.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the generator: its socket, how far it has come, and what waits on both ends.
 */
final class LoadClient {
    /** Keeps the kernel from taking in the backlog of a reader that stalls. */
    private static final int STALLED_RECEIVE_BYTES = 4096;

    final int index;
    final boolean asksCapabilities;

    /** Stops reading once the talk begins, and need not get anything. */
    final boolean stalls;

    boolean registered;
    boolean gone;
    boolean echoed;
    int roomsJoined;
    int joinsSeen;

    /** Offers of capabilities, collected until the last line of them. */
    String offered = "";

    /** The last words of the server before it hung up, if any. */
    @Nullable String lastError;

    /** Length and first byte of the last message's line, which the next one most likely has too. */
    int lineLength;

    byte lineStart;

    /** The head of a line whose end has not come yet. */
    byte[] rest = {};

    int restLength;

    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable ByteBuffer unsent;

    LoadClient(int index, boolean asksCapabilities, boolean stalls, Selector selector)
            throws IOException {
        this.index = index;
        this.asksCapabilities = asksCapabilities;
        this.stalls = stalls;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // Reset at the end, so that ten thousand ports are not held for a minute.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        if (stalls) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, STALLED_RECEIVE_BYTES);
        }
        key = channel.register(selector, 0, this);
    }

    void connect(InetSocketAddress server) throws IOException {
        if (channel.connect(server)) {
            greet();
        } else {
            key.interestOps(SelectionKey.OP_CONNECT);
        }
    }

    String nick() {
        return String.format("b%05d", index);
    }

    SocketChannel channel() {
        return channel;
    }

    /** The connection stands: asks for what it wants and says who it is. */
    void connected() throws IOException {
        channel.finishConnect();
        greet();
    }

    private void greet() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        String hello = "NICK " + nick() + "\r\nUSER bench 0 * :bench\r\n";
        send(asksCapabilities ? "CAP LS 302\r\n" + hello : hello);
    }

    void send(String lines) throws IOException {
        send(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Sends the bytes, keeping what the socket does not take. */
    void send(ByteBuffer bytes) throws IOException {
        if (gone) {
            return;
        }
        if (unsent == null) {
            channel.write(bytes);
            if (!bytes.hasRemaining()) {
                return;
            }
        }
        int kept = unsent == null ? 0 : unsent.remaining();
        ByteBuffer both = ByteBuffer.allocate(kept + bytes.remaining());
        if (unsent != null) {
            both.put(unsent);
        }
        unsent = both.put(bytes).flip();
        key.interestOpsOr(SelectionKey.OP_WRITE);
    }

    void flush() throws IOException {
        if (unsent != null) {
            channel.write(unsent);
            if (unsent.hasRemaining()) {
                return;
            }
            unsent = null;
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    boolean isReading() {
        return key.isValid() && (key.interestOps() & SelectionKey.OP_READ) != 0;
    }

    void stopReading() {
        if (!gone) {
            key.interestOpsAnd(~SelectionKey.OP_READ);
        }
    }

    void readAgain() {
        if (!gone) {
            key.interestOpsOr(SelectionKey.OP_READ);
        }
    }

    void close() throws IOException {
        gone = true;
        channel.close();
    }
}
