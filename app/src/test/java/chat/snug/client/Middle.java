package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Sits between the client and a host, as whoever runs the network there does: hands everything on
 * honestly, or puts itself in the host's place in one of the ways that there are.
 */
final class Middle implements AutoCloseable {
    /** What it does with the connections that come from now on. */
    enum Manner {
        /** Hands the bytes on. */
        HONEST,
        /** Encrypts to both sides, to the client by a key of its own, and reads along. */
        OWN_KEY,
        /** Speaks first, and in plain. */
        GREETS_PLAIN,
        /** Hangs up on whoever wants to encrypt, and hands on what comes in plain. */
        HANGS_UP,
        /** Takes everything and says nothing. */
        SILENT
    }

    final OwnKey key = OwnKey.make();
    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger came = new AtomicInteger();
    private final Semaphore spokenTo = new Semaphore(0);
    private volatile Manner manner = Manner.HONEST;

    Middle(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    Middle behave(Manner now) {
        manner = now;
        return this;
    }

    /** The lines of the client that it could read. */
    List<String> heard() {
        return heard;
    }

    /** How often somebody came. */
    int came() {
        return came.get();
    }

    /**
     * Waits until somebody says something to it, once for each connection, where it reads along.
     */
    void awaitWord() throws InterruptedException {
        assertThat(spokenTo.tryAcquire(20, TimeUnit.SECONDS)).as("somebody speaks").isTrue();
    }

    /** Cuts all that is open. */
    void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void start(Task task) {
        Thread.ofPlatform()
                .daemon()
                .name("test-middle")
                .start(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException | GeneralSecurityException gone) {
                                // One side has hung up, as it may.
                            }
                        });
    }

    private interface Task {
        void run() throws IOException, GeneralSecurityException;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            open.add(client);
            came.incrementAndGet();
            start(() -> serve(client, manner));
        }
    }

    private void serve(Socket client, Manner how) throws IOException, GeneralSecurityException {
        try (client) {
            switch (how) {
                case HONEST -> join(client, client.getInputStream(), connect(), false);
                case OWN_KEY -> {
                    SSLSocket over = accepted(client);
                    join(over, over.getInputStream(), encrypted(connect()), true);
                }
                case GREETS_PLAIN -> {
                    client.getOutputStream().write(bytes(":host NOTICE * :*** Welcome\r\n"));
                    record(client.getInputStream(), OutputStream.nullOutputStream());
                }
                case HANGS_UP -> {
                    InputStream in = client.getInputStream();
                    int first = in.read();
                    if (first != 0x16 && first >= 0) {
                        InputStream all =
                                new SequenceInputStream(
                                        new ByteArrayInputStream(new byte[] {(byte) first}), in);
                        join(client, all, connect(), true);
                    }
                }
                case SILENT -> record(client.getInputStream(), OutputStream.nullOutputStream());
            }
        }
    }

    private Socket connect() throws IOException {
        Socket host = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
        open.add(host);
        return host;
    }

    private SSLSocket accepted(Socket client) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(key.keyManagers(), null, null);
        SSLSocket over =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(client, "client", client.getPort(), true);
        over.setUseClientMode(false);
        over.startHandshake();
        return over;
    }

    private static SSLSocket encrypted(Socket host) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, Anybody.trusted(), null);
        SSLSocket over =
                (SSLSocket)
                        context.getSocketFactory().createSocket(host, "host", host.getPort(), true);
        over.startHandshake();
        return over;
    }

    private void join(Socket client, InputStream fromClient, Socket host, boolean reading)
            throws IOException {
        start(
                () -> {
                    try (client;
                            host) {
                        host.getInputStream().transferTo(client.getOutputStream());
                    }
                });
        try (host) {
            if (reading) {
                record(fromClient, host.getOutputStream());
            } else {
                fromClient.transferTo(host.getOutputStream());
            }
        }
    }

    /** Hands the lines on and writes them down. */
    private void record(InputStream from, OutputStream to) throws IOException {
        StringBuilder line = new StringBuilder();
        int b;
        boolean spoken = false;
        while ((b = from.read()) >= 0) {
            if (!spoken) {
                spoken = true;
                spokenTo.release();
            }
            to.write(b);
            if (b == '\n') {
                to.flush();
                heard.add(line.toString().strip());
                line.setLength(0);
            } else {
                line.append((char) b);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
