package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The far end of a connection: a plain blocking socket. */
final class Peer implements AutoCloseable {
    final Socket socket;

    private Peer(Socket socket) {
        this.socket = socket;
    }

    static Peer connect(InetSocketAddress address, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout((int) LoopFixture.PATIENCE.toMillis());
        socket.connect(address);
        return new Peer(socket);
    }

    /** The far end of a connection that the loop opened. */
    static Peer accepted(Socket socket) throws IOException {
        socket.setSoTimeout((int) LoopFixture.PATIENCE.toMillis());
        return new Peer(socket);
    }

    static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    void sendUnchecked(String text) {
        try {
            send(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes of ASCII. */
    String read(int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    void expect(String text) throws IOException {
        assertThat(read(text.length())).isEqualTo(text);
    }

    /** Everything until the end of the stream. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** When this returns, the loop has read all that was sent before, and answered. */
    void ping() throws IOException {
        send("PING");
        expect("PONG");
    }

    /** Goes without a goodbye: linger zero makes the system send a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
