package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket client that is nothing but a socket: it sends frames as they are, right or wrong, and
 * gives back frames as they come.
 */
final class WebClient implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CONTINUATION = 0;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LAST = 0x80;

    /** From RFC 6455, section 1.3. */
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final int PATIENCE_MILLIS = 60_000;

    /** A frame of the server. */
    record Frame(int first, ByteBuffer payload) {
        int opcode() {
            return first & 0x0F;
        }

        String text() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }

        int closeCode() {
            return payload.getShort(0) & 0xFFFF;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private int syncs;

    WebClient(InetSocketAddress server) {
        try {
            socket = new Socket(server.getAddress(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A right request, with more fields if wanted. */
    static String request(String... fields) {
        StringBuilder request =
                new StringBuilder("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n")
                        .append("Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                        .append("Sec-WebSocket-Key: " + KEY + "\r\n");
        for (String field : fields) {
            request.append(field).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** Opens with a subprotocol, and gives back the head of the answer. */
    String open(String subprotocol) {
        return open(
                request("Sec-WebSocket-Protocol: " + subprotocol)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    String open(byte[] request) {
        sendRaw(request);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                assertThat(b).as("the answer ends: " + head).isNotNegative();
                head.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    WebClient register(String nick, String... before) {
        send(before);
        send("NICK " + nick, "USER user 0 * :Real " + nick);
        sync();
        return this;
    }

    /** Sends lines, each as one text message. */
    WebClient send(String... lines) {
        for (String line : lines) {
            sendFrame(LAST | TEXT, line.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    WebClient sendFrame(int first, byte[] payload) {
        return sendRaw(frame(first, payload));
    }

    /** A masked frame. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int length = payload.length;
        if (length < 126) {
            frame.write(0x80 | length);
        } else if (length <= 0xFFFF) {
            frame.write(0x80 | 126);
            frame.write(length >> 8);
            frame.write(length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) length >> shift));
            }
        }
        byte[] mask = {1, 2, 3, (byte) 0xF4};
        frame.writeBytes(mask);
        for (int i = 0; i < length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    WebClient sendRaw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    List<String> ask(String... lines) {
        send(lines);
        return sync();
    }

    /** The lines that have come since the last time, up to now. */
    List<String> sync() {
        String token = "sync" + ++syncs;
        send("PING " + token);
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = next();
            if (line.endsWith(" " + token) && line.contains(" PONG ")) {
                return lines;
            }
            lines.add(line);
        }
    }

    /** The next line. */
    String next() {
        Frame frame = nextFrame();
        assertThat(frame.opcode()).as(frame.text()).isIn(TEXT, BINARY);
        return frame.text();
    }

    Frame nextFrame() {
        Frame frame = nextFrameOrEnd();
        if (frame == null) {
            throw new AssertionError("the server closed the connection");
        }
        return frame;
    }

    /** All frames until the server ends the connection. */
    List<Frame> untilClosed() {
        List<Frame> frames = new ArrayList<>();
        Frame frame;
        while ((frame = nextFrameOrEnd()) != null) {
            frames.add(frame);
        }
        return frames;
    }

    private @Nullable Frame nextFrameOrEnd() {
        try {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            int length = in.readUnsignedByte();
            assertThat(length).as("a server does not mask").isLessThan(0x80);
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Frame(first, ByteBuffer.wrap(payload));
        } catch (EOFException | SocketException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
