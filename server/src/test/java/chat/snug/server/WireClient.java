package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.net.Encrypting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A client that is nothing but a socket: it sends lines as they are and gives back lines as they
 * come. {@link #sync()} is the barrier of the tests: when the PONG to its PING is there, everything
 * that the server had to say before is there as well.
 */
final class WireClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SMALL_BUFFER = 4_096;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int syncs;
    private String last = "";

    private WireClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** The verbs or numerics of lines that have a source and no tags. */
    static List<String> verbs(List<String> lines) {
        return lines.stream().map(line -> line.split(" ", -1)[1]).toList();
    }

    /** Connects over loopback. */
    static WireClient connect(InetSocketAddress server) {
        try {
            return new WireClient(new Socket(InetAddress.getLoopbackAddress(), server.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and encrypts; {@code own} is what it proves to have, null for nothing. */
    static WireClient encrypt(InetSocketAddress server, @Nullable OwnKey own) {
        InetAddress host = InetAddress.getLoopbackAddress();
        try {
            return new WireClient(
                    Encrypting.connect(new InetSocketAddress(host, server.getPort()), own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects from another address of this computer; with a small buffer for what comes. */
    static WireClient connect(InetSocketAddress server, InetAddress from) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        return new WireClient(socket);
    }

    /** What the server proves to be, on an encrypted connection. */
    X509Certificate hostCertificate() {
        try {
            return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes new keys for the encryption, and wants the server to do so (TLS 1.3). */
    void changeKeys() throws IOException {
        ((SSLSocket) socket).startHandshake();
    }

    /** Sends lines, each with its line end. */
    WireClient send(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return sendRaw(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    WireClient sendRaw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Says who it is, and waits until it is let in. */
    WireClient register(String nick, String... before) {
        send(before);
        send("NICK " + nick, "USER user 0 * :Real " + nick);
        sync();
        return this;
    }

    /** Sends lines and gives back what the server says to them. */
    List<String> ask(String... lines) {
        send(lines);
        return sync();
    }

    /** What has come since the last time, up to now. */
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

    /** The next line; fails if none comes. */
    String next() {
        String line = nextOrEnd();
        if (line == null) {
            throw new AssertionError("the server closed the connection; it said last: " + last);
        }
        last = line;
        return line;
    }

    /** Whether nothing has come that was not read. */
    boolean hasHeardNothing() {
        try {
            return start == end && in.available() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines until the server closes the connection. */
    List<String> untilClosed() {
        List<String> lines = new ArrayList<>();
        String line;
        while ((line = nextOrEnd()) != null) {
            lines.add(line);
        }
        return lines;
    }

    private @Nullable String nextOrEnd() {
        try {
            while (true) {
                for (int i = start; i < end; i++) {
                    if (buffer[i] == '\n') {
                        String line = new String(buffer, start, i - start, StandardCharsets.UTF_8);
                        start = i + 1;
                        assertThat(line).as("a line ends with CR LF").endsWith("\r");
                        return line.substring(0, line.length() - 1);
                    }
                }
                fill();
                if (end < 0) {
                    return null;
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError(
                    "nothing came; unfinished: "
                            + new String(
                                    Arrays.copyOfRange(buffer, start, end), StandardCharsets.UTF_8),
                    e);
        } catch (SocketException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = in.read(buffer, end, buffer.length - end);
        end = count < 0 ? -1 : end + count;
    }

    /** Whether it is told to go as soon as it has come; if not it has been heard. */
    boolean isTurnedAway() {
        send("PING here");
        String line = nextOrEnd();
        return line == null || line.startsWith("ERROR ");
    }

    /** Reads whatever it is until the server closes the connection; how many bytes that were. */
    long drain() {
        try {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one byte, whatever it is; below 0 if there is none any more. */
    int read() {
        try {
            return in.read();
        } catch (SocketException _) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more comes, and goes on reading. */
    void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vanishes: what was not read makes the connection be reset. */
    void vanish() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
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
