package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.key.OwnKey;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Records with nothing in them are work too. The JDK's sockets send one when they are told to shake
 * hands again in TLS 1.3: a change of keys (RFC 8446, section 4.6.3) that wants an answer.
 */
@Timeout(180)
class KeyChangesTest {
    private static final OwnKey KEY = OwnKey.make();

    private static final int SMALL_BUFFER = 4_096;

    /** So many keys are derived for a change of them in one direction. */
    private static final int PER_CHANGE = 3;

    private final ExecutorService hands = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Recorder> cameIn = new LinkedBlockingQueue<>();
    private LoopFixture fixture;
    private Reception reception;
    private Acceptor acceptor;

    @BeforeEach
    void start() throws Exception {
        fixture = new LoopFixture();
        Duration patience = Duration.ofSeconds(10);
        reception =
                new Reception(
                        Tls.accepting(KEY.keyManagers(), hands),
                        new Reception.Limits(patience, 100, 100, true, 16, 8, address -> address),
                        _ -> true);
        acceptor =
                fixture.loop.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        500,
                        reception,
                        connection -> {
                            Recorder recorder = new Recorder();
                            recorder.connection = connection;
                            cameIn.add(recorder);
                            return recorder;
                        });
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        acceptor.close();
        fixture.closeAndFindNothingLeft();
        hands.shutdownNow();
        assertThat(hands.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private Recorder come(SSLSocket socket) throws Exception {
        Peer.accepted(socket).ping();
        Recorder recorder = cameIn.poll(60, TimeUnit.SECONDS);
        assertThat(recorder).as("who came in").isNotNull();
        return recorder;
    }

    private static void changeKeys(SSLSocket socket, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            socket.startHandshake();
        }
    }

    @Test
    void itIsSaidIfThisJavaDoesNotAsk() {
        assertThat(KeyChanges.counts()).isTrue();
        assertThat(KeyChanges.trouble(KeyChanges::counts)).isNull();
        Provider first = Security.getProviders()[0];
        Security.removeProvider(first.getName()); // as where only signed ones are taken
        try {
            assertThat(KeyChanges.trouble(KeyChanges::counts)).startsWith("This Java does not ask");
        } finally {
            KeyChanges.watch();
        }
        assertThat(KeyChanges.counts()).isTrue();
    }

    @Test
    void eachIsTold() throws Exception {
        try (SSLSocket socket = Encrypting.connect(acceptor.address(), null, "TLSv1.3")) {
            Recorder recorder = come(socket);
            changeKeys(socket, 20);
            Peer.accepted(socket).ping();
            assertThat(recorder.nothings).hasValue(20);
            assertThat(recorder.text()).isEqualTo("PINGPING");
        }
    }

    @Test
    void behindEachIsAnEnd() throws Exception {
        try (SSLSocket socket = Encrypting.connect(acceptor.address(), null, "TLSv1.3")) {
            Recorder recorder = come(socket);
            recorder.onNothing = recorder.connection()::pauseReading;
            changeKeys(socket, 10);
            for (int i = 1; i <= 10; i++) {
                int count = i;
                fixture.turnUntil("one more was read", () -> recorder.nothings.get() == count);
                fixture.runOnLoop(() -> assertThat(recorder.nothings).hasValue(count));
                fixture.runOnLoop(recorder.connection()::resumeReading);
            }
            recorder.onNothing = () -> {};
            Peer.accepted(socket).ping();
        }
    }

    @Test
    void whoeverWantsAnswersAndTakesNoneIsNotRead() throws Exception {
        Socket plain = Peer.connect(acceptor.address(), SMALL_BUFFER).socket;
        try (SSLSocket socket = Encrypting.over(plain, null)) {
            Recorder recorder = come(socket);
            Connection connection = recorder.connection();
            int much = 8 << 20;
            fixture.runOnLoop(
                    () -> {
                        connection.queueLimit(2 * much);
                        connection.send(ByteBuffer.wrap(new byte[much]));
                    });
            int sent = 0;
            do { // the system may still take some small answers
                changeKeys(socket, 1);
                sent++;
            } while (fixture.onLoop(connection::interest) != SelectionKey.OP_WRITE);
            int read = recorder.nothings.get();
            changeKeys(socket, 5);
            fixture.runOnLoop(() -> assertThat(recorder.nothings).hasValue(read));
            socket.getInputStream().skipNBytes(much);
            Peer.accepted(socket).ping();
            assertThat(recorder.nothings).hasValue(sent + 5);
        }
    }

    @Test
    void aHandshakeInAHundredPiecesIsNone() throws Exception {
        byte[] hello = Encrypting.hello();
        try (Socket socket = Peer.connect(acceptor.address(), 0).socket) {
            OutputStream out = socket.getOutputStream();
            for (int i = 5; i < 105; i++) {
                out.write(new byte[] {0x16, 3, 3, 0, 1, hello[i]});
            }
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        fixture.turnUntil("nobody was on the way in", () -> reception.newcomers() == 0);
        assertThat(cameIn).isEmpty();
    }

    /** The JDK has no limit of its own, so what it asks for in a step is counted. */
    @Test
    void onlySoManyKeysAreDerivedInAStep() throws Exception {
        Tls.accepting(KEY.keyManagers(), Runnable::run);
        ByteBuffer fromClient = ByteBuffer.allocate(100_000).flip();
        ByteBuffer fromServer = ByteBuffer.allocate(100_000).flip();
        SSLEngine client = engine(true);
        SSLEngine server = engine(false);
        client.beginHandshake();
        server.beginHandshake();
        do {
            step(client, fromServer, fromClient);
            step(server, fromClient, fromServer);
        } while (isShakingHands(client) || isShakingHands(server) || fromServer.hasRemaining());
        try {
            client.beginHandshake();
            step(client, fromServer, fromClient);
            KeyChanges.allow(2 * PER_CHANGE);
            step(server, fromClient, fromServer);
            step(server, fromClient, fromServer);

            KeyChanges.allowAll();
            client.beginHandshake();
            step(client, fromServer, fromClient);
            KeyChanges.allow(2 * PER_CHANGE - 1);
            assertThatThrownBy(() -> step(server, fromClient, fromServer))
                    .isInstanceOf(SSLException.class)
                    .hasRootCauseMessage("the keys are changed too often");
        } finally {
            KeyChanges.allowAll();
        }
    }

    private static SSLEngine engine(boolean isClient) {
        SSLEngine engine = Encrypting.as(KEY).createSSLEngine();
        engine.setUseClientMode(isClient);
        return engine;
    }

    private static boolean isShakingHands(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine of, ByteBuffer in, ByteBuffer out) throws SSLException {
        Runnable task = of.getDelegatedTask();
        if (task != null) {
            task.run();
        } else if (of.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            out.compact();
            of.wrap(ByteBuffer.allocate(0), out);
            out.flip();
        } else if (in.hasRemaining()) {
            of.unwrap(in, ByteBuffer.allocate(of.getSession().getApplicationBufferSize()));
        }
    }
}
