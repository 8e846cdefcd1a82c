package chat.snug.client;

import chat.snug.key.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A host on a loopback socket that the test plays by hand, one connection at a time. */
final class FakeHost implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listening;
    private @Nullable SSLContext proof;
    private @Nullable Socket socket;
    private @Nullable BufferedReader reader;

    FakeHost() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        listening.setSoTimeout(PATIENCE_MILLIS);
    }

    /** From the next connection on it encrypts. */
    FakeHost encrypting(SSLContext with) {
        proof = with;
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    Address address() {
        return new Address("127.0.0.1", port(), proof != null, "#lobby", null);
    }

    /** Waits for the next connection. */
    FakeHost accept() throws IOException {
        socket = listening.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        if (proof != null) {
            socket = encrypted(socket, proof);
        }
        reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return this;
    }

    private static Socket encrypted(Socket plain, SSLContext proof) throws IOException {
        SSLSocket over =
                (SSLSocket)
                        proof.getSocketFactory()
                                .createSocket(plain, "guest.test", plain.getPort(), true);
        over.setUseClientMode(false);
        over.setWantClientAuth(true);
        over.startHandshake();
        return over;
    }

    /** The key that whoever is connected has shown, null for none. */
    @Nullable Fingerprint shownKey() {
        try {
            return socket instanceof SSLSocket encrypted
                    ? Fingerprint.of(
                            (X509Certificate) encrypted.getSession().getPeerCertificates()[0])
                    : null;
        } catch (SSLPeerUnverifiedException _) {
            return null;
        }
    }

    /** Waits for a line that begins so; those before it are passed over. */
    String await(String start) throws IOException {
        String line;
        while ((line = line()) != null) {
            if (plain(line).startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("the client went without " + start);
    }

    /** The next line, as a word stands in it: without a colon that it does not need. */
    String next() throws IOException {
        String line = line();
        if (line == null) {
            throw new AssertionError("the client went");
        }
        return plain(line);
    }

    /** What the client still says before it goes. */
    List<String> restOfLines() throws IOException {
        List<String> rest = new ArrayList<>();
        String line;
        try {
            while ((line = line()) != null) {
                rest.add(plain(line));
            }
        } catch (SocketException reset) {
            rest.remove("");
        }
        return rest;
    }

    /** Whether no connection waits to be accepted. */
    boolean nobodyCame() throws IOException {
        listening.setSoTimeout(1);
        try (Socket came = listening.accept()) {
            return !came.isConnected();
        } catch (SocketTimeoutException nobody) {
            return true;
        } finally {
            listening.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Accepts a client that goes while hands are shaken. */
    void acceptWhoeverGoes() throws IOException {
        try {
            accept().awaitEnd();
        } catch (SSLException | SocketException refused) {
            hangUp();
        }
    }

    private static String plain(String line) {
        int colon = line.lastIndexOf(" :");
        return colon > 0 && line.indexOf(' ', colon + 1) < 0
                ? line.substring(0, colon + 1) + line.substring(colon + 2)
                : line;
    }

    /** Reads to the end of the client's stream. */
    void awaitEnd() throws IOException {
        String line;
        do {
            try {
                line = line();
            } catch (SocketException reset) {
                return;
            }
        } while (line != null);
    }

    private @Nullable String line() throws IOException {
        if (reader == null) {
            throw new AssertionError("nobody is connected");
        }
        return reader.readLine();
    }

    void send(String... lines) throws IOException {
        for (String line : lines) {
            sendBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    void sendBytes(byte[] bytes) throws IOException {
        if (socket == null) {
            throw new AssertionError("nobody is connected");
        }
        socket.getOutputStream().write(bytes);
    }

    /** As much as the client takes: it may hang up in the middle. */
    void sendWhileHeard(byte[] bytes) throws IOException {
        try {
            sendBytes(bytes);
        } catch (SocketException hungUp) {
            hangUp();
        }
    }

    /** Accepts, registers the client as Ann, and lets it into #lobby. */
    void welcome() throws IOException {
        accept();
        await("USER");
        send(":fake.test 001 Ann :Welcome", ":fake.test 376 Ann :End");
        await("JOIN #lobby");
        send(":Ann!ann@127.0.0.1 JOIN #lobby", ":fake.test 366 Ann #lobby :End");
    }

    /** Hangs up. */
    void hangUp() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        hangUp();
        listening.close();
    }
}
