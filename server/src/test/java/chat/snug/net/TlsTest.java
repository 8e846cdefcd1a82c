package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted connections of the loop, against the JDK's blocking sockets. */
@Timeout(180)
class TlsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String HOST = "room.test";
    private static Authority authority;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private LoopFixture fixture;
    private SelectorLoop loop;
    private ServerSocket listening;

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new LoopFixture();
        loop = fixture.loop;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listening.setSoTimeout((int) LoopFixture.PATIENCE.toMillis());
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        listening.close();
        others.shutdownNow();
        assertThat(others.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        fixture.closeAndFindNothingLeft();
    }

    private static final class Outcome implements ConnectHandler {
        final Recorder recorder = new Recorder();
        final CompletableFuture<Connection> connected = new CompletableFuture<>();
        final CompletableFuture<ConnectFailure> failed = new CompletableFuture<>();
        volatile boolean answered;

        @Override
        public void answered() {
            answered = true;
        }

        @Override
        public ConnectionHandler connected(Connection connection) {
            recorder.connection = connection;
            connected.complete(connection);
            return recorder;
        }

        @Override
        public void failed(ConnectFailure why) {
            failed.complete(why);
        }

        Recorder await() throws Exception {
            connected.get(60, TimeUnit.SECONDS);
            return recorder;
        }

        ConnectFailure awaitFailure() throws Exception {
            return failed.get(60, TimeUnit.SECONDS);
        }
    }

    private Outcome connect() throws Exception {
        return connect(authority.trusting(), HOST);
    }

    private Outcome connect(SSLContext trust, String host) {
        Outcome outcome = new Outcome();
        Tls tls = Tls.connecting(trust, host, listening.getLocalPort(), others);
        loop.connect(
                (InetSocketAddress) listening.getLocalSocketAddress(),
                TIMEOUT.toNanos(),
                tls,
                outcome);
        return outcome;
    }

    /** Accepts, and shakes hands on a thread of its own. */
    private Future<SSLSocket> accept(SSLContext context, String... protocols) {
        return others.submit(
                () -> {
                    SSLSocket socket = over(listening.accept(), context);
                    if (protocols.length > 0) {
                        socket.setEnabledProtocols(protocols);
                    }
                    socket.startHandshake();
                    return socket;
                });
    }

    private static SSLSocket over(Socket plain, SSLContext context) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, "peer.test", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.setSoTimeout((int) LoopFixture.PATIENCE.toMillis());
        return socket;
    }

    // ---- when all is well

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void talksBothWaysAndSaysGoodbye(String protocol) throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving(HOST), protocol);
        Outcome outcome = connect();
        Recorder recorder = outcome.await();
        try (Peer peer = Peer.accepted(accepting.get())) {
            assertThat(outcome.answered).isTrue();
            peer.ping();
            fixture.runOnLoop(
                    () -> {
                        recorder.connection().send(Peer.utf8("and "));
                        recorder.connection().send(Peer.utf8("bye"));
                        recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE);
                    });
            assertThat(peer.readAll()).isEqualTo("and bye");
            assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
        }
    }

    @Test
    void whatLiesInTheEngineIsReadWhenWhatWasLeftIs() throws Exception {
        loop.unreadLimit(1);
        Recorder other = fixture.connect();
        other.reader = _ -> other.connection().pauseReading();
        other.peer().send("x".repeat(60_000));
        fixture.turnUntil("others have left much unread", other.connection()::isPaused);
        Future<SSLSocket> accepting = accept(authority.proving(HOST));
        Recorder recorder = connect().await();
        AtomicInteger came = new AtomicInteger();
        recorder.reader =
                bytes -> {
                    int some = Math.max(1, bytes.remaining() / 2);
                    bytes.position(bytes.position() + some);
                    came.addAndGet(some);
                };
        try (Peer peer = Peer.accepted(accepting.get())) {
            peer.send("x".repeat(15_000));
            fixture.turnUntil("all has come", () -> came.get() == 15_000);
        }
        fixture.runOnLoop(() -> other.connection().close(CloseReason.LOCAL_CLOSE));
    }

    @Test
    void tellsWhichHostItLooksFor() throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving(HOST));
        connect().await();
        try (SSLSocket socket = accepting.get()) {
            ExtendedSSLSession session = (ExtendedSSLSession) socket.getSession();
            assertThat(session.getRequestedServerNames()).containsExactly(new SNIHostName(HOST));
        }
    }

    @Test
    void takesACertificateForALiteralAddress() throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving("127.0.0.1"));
        connect(authority.trusting(), "127.0.0.1").await();
        accepting.get().close();
    }

    @Test
    void reachesThePeerByteByByte() throws Exception {
        try (ServerSocket far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<?> here =
                    others.submit(
                            () -> {
                                Socket near = listening.accept();
                                Socket beyond =
                                        new Socket(far.getInetAddress(), far.getLocalPort());
                                others.execute(() -> trickle(near, beyond));
                                trickle(beyond, near);
                                return null;
                            });
            Future<SSLSocket> accepting =
                    others.submit(
                            () -> {
                                SSLSocket socket = over(far.accept(), authority.proving(HOST));
                                socket.startHandshake();
                                return socket;
                            });
            connect().await();
            try (Peer peer = Peer.accepted(accepting.get())) {
                peer.ping();
            }
            here.get(60, TimeUnit.SECONDS);
        }
    }

    private static void trickle(Socket from, Socket to) {
        try (from;
                to) {
            to.setTcpNoDelay(true);
            int one;
            while ((one = from.getInputStream().read()) >= 0) {
                to.getOutputStream().write(one);
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull(); // one end or the other has closed
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void carriesMuchBothWaysAtOnce(String protocol) throws Exception {
        int size = 6 * 1024 * 1024;
        Future<SSLSocket> accepting = accept(authority.proving(HOST), protocol);
        Outcome outcome = connect();
        Recorder recorder = outcome.await();
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + i % 23);
        }
        SSLSocket socket = accepting.get();
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        int[] seen = {0};
        recorder.reader =
                read -> {
                    while (read.hasRemaining()) {
                        if (read.get() != bytes[seen[0]++]) {
                            all.complete(false);
                        }
                    }
                    if (seen[0] == size) {
                        all.complete(true);
                    }
                };
        fixture.runOnLoop(
                () -> {
                    recorder.connection().queueLimit(2 * size);
                    for (int from = 0; from < size; from += 50_000) {
                        int length = Math.min(50_000, size - from);
                        recorder.connection().send(ByteBuffer.wrap(bytes, from, length));
                    }
                });
        Future<?> sending =
                others.submit(
                        () -> {
                            socket.getOutputStream().write(bytes);
                            return null;
                        });
        assertThat(socket.getInputStream().readNBytes(size)).isEqualTo(bytes);
        sending.get(60, TimeUnit.SECONDS);
        assertThat(all.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(fixture.onLoop(recorder.connection()::queuedBytes)).isZero();
        socket.close();
    }

    @Test
    void finishesWhatItHasToSayToAPeerThatHasEnded() throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving(HOST), "TLSv1.3");
        Recorder recorder = connect().await();
        String much = "x".repeat(1_000_000);
        recorder.onText = _ -> recorder.connection().send(Peer.utf8(much));
        recorder.connection().queueLimit(2_000_000);
        try (Peer peer = Peer.accepted(accepting.get())) {
            peer.send("go on");
            peer.socket.shutdownOutput();
            assertThat(peer.readAll()).isEqualTo(much);
            assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
        }
    }

    @Test
    void aPauseHoldsWhatWasDecryptedAlready() throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving(HOST));
        Recorder recorder = connect().await();
        StringBuilder read = new StringBuilder();
        recorder.reader =
                bytes -> {
                    read.append((char) bytes.get());
                    recorder.connection().pauseReading();
                };
        try (SSLSocket socket = accepting.get()) {
            OutputStream out = socket.getOutputStream();
            for (String record : List.of("ab", "c", "de")) {
                out.write(record.getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 1; i <= 5; i++) {
                int count = i;
                fixture.turnUntil("one more was read", () -> read.length() == count);
                fixture.runOnLoop(() -> assertThat(recorder.connection().interest()).isZero());
                fixture.runOnLoop(recorder.connection()::resumeReading);
            }
            assertThat(read).hasToString("abcde");
        }
    }

    @Test
    void aPeerThatCutsTheStreamHasEndedIt() throws Exception {
        Future<Socket> accepting =
                others.submit(
                        () -> {
                            Socket plain = listening.accept();
                            over(plain, authority.proving(HOST)).startHandshake();
                            return plain;
                        });
        Recorder recorder = connect().await();
        accepting.get().close();
        assertThat(recorder.awaitClose())
                .isIn(CloseReason.CLOSED_BY_PEER, CloseReason.RESET_BY_PEER);
    }

    @Test
    void aForgedRecordEndsTheStream() throws Exception {
        Future<Socket> accepting =
                others.submit(
                        () -> {
                            Socket plain = listening.accept();
                            over(plain, authority.proving(HOST)).startHandshake();
                            byte[] forged = new byte[5 + 64];
                            System.arraycopy(new byte[] {23, 3, 3, 0, 64}, 0, forged, 0, 5);
                            plain.getOutputStream().write(forged);
                            return plain;
                        });
        Recorder recorder = connect().await();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.RESET_BY_PEER);
        assertThat(recorder.text()).isEmpty();
        accepting.get().close();
    }

    // ---- when it is not

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        Future<SSLSocket> accepting =
                accept(authority.proving(HOST, Instant.now().minus(Duration.ofDays(1))));
        ConnectFailure failure = connect().awaitFailure();
        assertThat(failure.kind()).isEqualTo(ConnectFailure.Kind.INSECURE);
        assertThat(failure.cause()).hasRootCauseInstanceOf(CertificateExpiredException.class);
        assertTold(accepting);
    }

    @Test
    void refusesACertificateOfSomebodyElse() throws Exception {
        Future<SSLSocket> accepting = accept(authority.proving("other.test"));
        ConnectFailure failure = connect().awaitFailure();
        assertThat(failure.cause())
                .isInstanceOf(SSLHandshakeException.class)
                .hasCauseInstanceOf(CertificateException.class);
        assertTold(accepting);
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        Future<SSLSocket> accepting = accept(Authority.claiming(HOST));
        assertThat(connect().awaitFailure().cause()).isInstanceOf(SSLHandshakeException.class);
        assertTold(accepting);
    }

    /** The peer hears why, instead of a closed socket. */
    private static void assertTold(Future<SSLSocket> accepting) {
        assertThat(accepting)
                .failsWithin(LoopFixture.PATIENCE)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .havingCause()
                .isInstanceOf(SSLException.class)
                .withMessageContaining("alert");
    }

    @Test
    void refusesWhatIsOlderThanTls12() throws Exception {
        Future<?> answering =
                others.submit(
                        () -> {
                            try (Socket plain = listening.accept()) {
                                readRecord(plain.getInputStream());
                                plain.getOutputStream().write(serverHelloOfTls11());
                                return plain.getInputStream().readAllBytes();
                            }
                        });
        ConnectFailure failure = connect().awaitFailure();
        assertThat(failure.kind()).isEqualTo(ConnectFailure.Kind.INSECURE);
        assertThat(failure.cause()).hasMessageContaining("protocol_version");
        answering.get(60, TimeUnit.SECONDS);
    }

    private static void readRecord(InputStream in) throws IOException {
        byte[] header = in.readNBytes(5);
        in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
    }

    /**
     * Version 3.2, 32 bytes of randomness, no session, a cipher that was offered, no compression.
     */
    private static byte[] serverHelloOfTls11() {
        ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 38);
        hello.put(new byte[] {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2});
        hello.put(new byte[32]).put(new byte[] {0, (byte) 0xc0, 0x2b, 0});
        return hello.array();
    }

    @Test
    void aPeerThatHangsUpInTheMiddleIsNone() throws Exception {
        Future<?> answering =
                others.submit(
                        () -> {
                            try (Socket plain = listening.accept()) {
                                readRecord(plain.getInputStream());
                            }
                            return null;
                        });
        assertThat(connect().awaitFailure().kind()).isEqualTo(ConnectFailure.Kind.HUNG_UP);
        answering.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aPeerThatDoesNotEncryptIsNone() throws Exception {
        Future<?> answering =
                others.submit(
                        () -> {
                            try (Socket plain = listening.accept()) {
                                plain.getOutputStream()
                                        .write(
                                                "NOTICE * :hi\r\n"
                                                        .getBytes(StandardCharsets.US_ASCII));
                                plain.getInputStream().readAllBytes();
                            }
                            return null;
                        });
        assertThat(connect().awaitFailure().cause()).isInstanceOf(SSLException.class);
        answering.cancel(true);
    }

    @Test
    void aPeerThatIsSilentIsGivenUp() throws Exception {
        Outcome outcome = connect();
        try (Socket silent = listening.accept()) {
            fixture.turnUntil("the handshake has begun", () -> outcome.answered);
            fixture.advance(TIMEOUT.plusSeconds(1));
            assertThat(outcome.awaitFailure().kind()).isEqualTo(ConnectFailure.Kind.TIMED_OUT);
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void canBeGivenUpInTheMiddle() throws Exception {
        Outcome outcome = new Outcome();
        PendingConnect pending =
                loop.connect(
                        (InetSocketAddress) listening.getLocalSocketAddress(),
                        TIMEOUT.toNanos(),
                        Tls.connecting(authority.trusting(), HOST, 1, others),
                        outcome);
        try (Socket silent = listening.accept()) {
            fixture.turnUntil("the handshake has begun", () -> outcome.answered);
            pending.cancel();
            assertThat(outcome.awaitFailure()).isEqualTo(ConnectFailure.CANCELLED);
            readRecord(silent.getInputStream());
        }
    }

    @Test
    void theSlowPartsLeaveTheLoopAlone() throws Exception {
        AtomicReference<Thread> worked = new AtomicReference<>();
        Future<SSLSocket> accepting = accept(authority.proving(HOST));
        Outcome outcome = new Outcome();
        Tls tls =
                Tls.connecting(
                        authority.trusting(),
                        HOST,
                        1,
                        task ->
                                others.execute(
                                        () -> {
                                            worked.set(Thread.currentThread());
                                            task.run();
                                        }));
        loop.connect(
                (InetSocketAddress) listening.getLocalSocketAddress(),
                TIMEOUT.toNanos(),
                tls,
                outcome);
        outcome.await();
        assertThat(worked.get()).isNotNull();
        accepting.get().close();
    }
}
