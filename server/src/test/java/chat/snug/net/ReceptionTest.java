package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.key.OwnKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encrypted and plain peers at one port. */
@Timeout(180)
class ReceptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final OwnKey KEY = OwnKey.make();
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;

    private final ExecutorService hands = Executors.newFixedThreadPool(1);
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final BlockingQueue<Recorder> cameIn = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean turnsAway;
    private volatile boolean mayShakeHands = true;
    private LoopFixture fixture;
    private Reception reception;
    private Acceptor acceptor;

    @BeforeEach
    void start() throws Exception {
        fixture = new LoopFixture();
        listen(new Reception.Limits(PATIENCE, 1_000, 1_000, true, 16, 8, address -> address));
    }

    private void listen(Reception.Limits limits) throws Exception {
        if (acceptor != null) {
            acceptor.close();
        }
        reception =
                new Reception(Tls.accepting(KEY.keyManagers(), hands), limits, _ -> mayShakeHands);
        acceptor =
                fixture.loop.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        500,
                        reception,
                        this::accept);
    }

    private @Nullable ConnectionHandler accept(Connection connection) {
        if (turnsAway) {
            connection.send(Peer.utf8("ERROR :no"));
            return null;
        }
        Recorder recorder = new Recorder();
        recorder.connection = connection;
        cameIn.add(recorder);
        return recorder;
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        fixture.turnUntil("nobody was on the way in", () -> reception.newcomers() == 0);
        assertThat(reception.handshakes()).isZero();
        acceptor.close();
        others.shutdownNow();
        fixture.closeAndFindNothingLeft();
        hands.shutdownNow();
        assertThat(hands.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private Recorder awaitIn() throws Exception {
        Recorder recorder = cameIn.poll(60, TimeUnit.SECONDS);
        assertThat(recorder).as("who came in").isNotNull();
        return recorder;
    }

    private Socket connect() throws IOException {
        Socket socket = Peer.connect(acceptor.address(), 0).socket;
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private SSLSocket encrypted(@Nullable OwnKey own, String... protocols) throws IOException {
        SSLSocket socket = Encrypting.connect(acceptor.address(), own, protocols);
        sockets.add(socket);
        return socket;
    }

    private void awaitNewcomers(int count) throws Exception {
        fixture.turnUntil("so many are on the way in", () -> reception.newcomers() == count);
    }

    private static void assertHungUp(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    // ---- who is let in

    @Test
    void plainTextIsThereFromItsFirstByte() throws Exception {
        try (Peer peer = Peer.accepted(connect())) {
            awaitNewcomers(1);
            for (String letter : List.of("P", "I", "N", "G PING")) {
                peer.send(letter);
            }
            peer.expect("PONG");
            Recorder recorder = awaitIn();
            assertThat(recorder.text()).startsWith("PING");
            assertThat(recorder.connection().isEncrypted()).isFalse();
            assertThat(recorder.connection().peerCertificate()).isNull();
            assertThat(fixture.onLoop(reception::newcomers)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void encryptedTextIsThereBesidePlain(String protocol) throws Exception {
        try (Peer plain = Peer.accepted(connect());
                Peer peer = Peer.accepted(encrypted(null, protocol))) {
            plain.ping();
            peer.ping();
            plain.ping();
            Recorder first = awaitIn();
            Recorder second = awaitIn();
            assertThat(first.connection().isEncrypted())
                    .isNotEqualTo(second.connection().isEncrypted());
            Recorder recorder = first.connection().isEncrypted() ? first : second;
            assertThat(recorder.connection().peerCertificate()).isNull();
            fixture.runOnLoop(() -> recorder.connection().closeAfterFlush(CloseReason.SHUTDOWN));
            assertThat(peer.readAll()).isEmpty();
            assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whatAPeerProvesIsKnown(String protocol) throws Exception {
        OwnKey own = OwnKey.make();
        SSLSocket socket = encrypted(own, protocol);
        assertThat(socket.getSession().getPeerCertificates()).containsExactly(KEY.certificate());
        Peer.accepted(socket).ping();
        assertThat(awaitIn().connection().peerCertificate()).isEqualTo(own.certificate());
    }

    @Test
    void whoeverIsTurnedAwayHearsWhyInTheirOwnWay() throws Exception {
        turnsAway = true;
        try (Peer peer = Peer.accepted(encrypted(null))) {
            assertThat(peer.readAll()).isEqualTo("ERROR :no");
        }
        try (Peer peer = Peer.accepted(connect())) {
            peer.send("NICK ann");
            assertThat(peer.readAll()).isEqualTo("ERROR :no");
        }
    }

    @Test
    void whoeverIsInIsNoNewcomerAnyMore() throws Exception {
        try (Peer plain = Peer.accepted(connect());
                Peer peer = Peer.accepted(encrypted(null))) {
            plain.ping();
            peer.ping();
            fixture.advance(PATIENCE.multipliedBy(3));
            plain.ping();
            peer.ping();
        }
    }

    @Test
    void aHandshakeMayComeInTwoPiecesAtAnyByte() throws Exception {
        byte[] hello = Encrypting.hello();
        List<Socket> split = new ArrayList<>();
        for (int at = 1; at < hello.length; at++) {
            Socket socket = connect();
            socket.getOutputStream().write(hello, 0, at);
            split.add(socket);
        }
        awaitNewcomers(split.size());
        assertThat(fixture.onLoop(reception::handshakes)).as("nothing was whole yet").isZero();
        for (int at = 1; at < hello.length; at++) {
            try (Socket socket = split.get(at - 1)) {
                socket.getOutputStream().write(hello, at, hello.length - at);
                assertThat(socket.getInputStream().read()).isEqualTo(HANDSHAKE);
            }
        }
        assertThat(cameIn).isEmpty();
    }

    @Test
    void aHandshakeMayComeByteByByte() throws Exception {
        try (ServerSocket between = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            others.execute(
                    () -> {
                        try {
                            Socket near = between.accept();
                            Socket far = connect();
                            others.execute(() -> trickle(far, near));
                            trickle(near, far);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            InetSocketAddress to = (InetSocketAddress) between.getLocalSocketAddress();
            try (Peer peer = Peer.accepted(Encrypting.connect(to, OwnKey.make()))) {
                peer.ping();
            }
            assertThat(awaitIn().awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
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

    @Test
    void aReaderThatIsSlowGetsAllOfSmallAndLargeMessages() throws Exception {
        SSLSocket socket = encrypted(null);
        Peer.accepted(socket).ping();
        Recorder recorder = awaitIn();
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            sent.append("m".repeat(i % 50 == 0 ? 40_000 : 1 + i % 90)).append(i).append('\n');
        }
        String text = sent.toString();
        fixture.runOnLoop(
                () -> {
                    for (String line : text.split("(?<=\n)", -1)) {
                        recorder.connection().send(Peer.utf8(line));
                    }
                });
        InputStream in = socket.getInputStream();
        byte[] read = new byte[text.length()];
        int count = 0;
        for (int size = 1; count < read.length; size = Math.min(2 * size, 3_000)) {
            count += in.readNBytes(read, count, Math.min(size, read.length - count));
        }
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    @Test
    void aReaderThatDoesNotReadIsDroppedAtTheLimit() throws Exception {
        SSLSocket socket = encrypted(null);
        Peer.accepted(socket).ping();
        Recorder recorder = awaitIn();
        ByteBuffer much = ByteBuffer.wrap(new byte[100_000]);
        fixture.runOnLoop(() -> recorder.connection().queueLimit(500_000));
        int[] most = {0};
        for (int i = 0; i < 500 && recorder.closes.get() == 0; i++) {
            fixture.runOnLoop(
                    () -> {
                        recorder.connection().send(much);
                        most[0] = Math.max(most[0], recorder.connection().queuedBytes());
                    });
        }
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SEND_QUEUE_FULL);
        assertThat(most[0]).isLessThanOrEqualTo(600_000);
    }

    @Test
    void whatIsSaidInMemoryToWarmUpIsHeard() throws Exception {
        Tls tls = Tls.accepting(KEY.keyManagers(), Runnable::run);
        assertThat(new WarmUp(tls).talk("hello")).isEqualTo("hello");
    }

    // ---- who is not

    @Test
    void whoeverSaysNothingIsHungUpOn() throws Exception {
        Socket silent = connect();
        awaitNewcomers(1);
        fixture.advance(PATIENCE.minusMillis(1));
        assertThat(fixture.onLoop(reception::newcomers)).isEqualTo(1);
        fixture.advance(Duration.ofMillis(1));
        assertHungUp(silent);
        assertThat(cameIn).isEmpty();
    }

    @Test
    void whoeverTricklesAHandshakeIsHungUpOn() throws Exception {
        byte[] hello = Encrypting.hello();
        Socket socket = connect();
        OutputStream out = socket.getOutputStream();
        awaitNewcomers(1);
        for (int second = 0; second < PATIENCE.toSeconds(); second++) {
            assertThat(fixture.onLoop(reception::newcomers)).isEqualTo(1);
            out.write(hello[second]);
            fixture.advance(Duration.ofSeconds(1));
        }
        assertHungUp(socket);
    }

    @Test
    void whoeverDoesNotGoOnWithAHandshakeIsHungUpOn() throws Exception {
        Socket socket = connect();
        socket.getOutputStream().write(Encrypting.hello());
        assertThat(socket.getInputStream().read()).isEqualTo(HANDSHAKE);
        assertThat(fixture.onLoop(reception::handshakes)).isEqualTo(1);
        fixture.advance(PATIENCE);
        awaitNewcomers(0);
        assertThat(fixture.onLoop(reception::handshakes)).isZero();
    }

    @Test
    void whatIsOlderThanTls12IsRefused() throws Exception {
        Socket socket = connect();
        socket.getOutputStream().write(helloOfTls11());
        byte[] alert = socket.getInputStream().readNBytes(7);
        assertThat(alert[0]).isEqualTo((byte) ALERT);
        assertThat(alert[6]).as("protocol_version (RFC 8446, 6.2)").isEqualTo((byte) 70);
        assertHungUp(socket);
        assertThat(cameIn).isEmpty();
    }

    /** Version 3.2, 32 bytes of randomness, no session, one cipher, no compression. */
    private static byte[] helloOfTls11() {
        ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 41);
        hello.put(new byte[] {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2});
        hello.put(new byte[32]).put(new byte[] {0, 0, 2, 0, 0x2f, 1, 0});
        return hello.array();
    }

    /**
     * Somebody in between who wants an older version to be spoken, which may be easier to break.
     */
    @Test
    void aVersionThatWasTakenOutOnTheWayIsMissed() throws Exception {
        try (ServerSocket between = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            others.execute(
                    () -> {
                        try {
                            Socket near = between.accept();
                            Socket far = connect();
                            far.getOutputStream().write(withoutTls13(near.getInputStream()));
                            others.execute(() -> trickle(far, near));
                            trickle(near, far);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            InetSocketAddress to = (InetSocketAddress) between.getLocalSocketAddress();
            assertThatThrownBy(() -> Encrypting.connect(to, null)).isInstanceOf(SSLException.class);
        }
        awaitNewcomers(0);
        assertThat(cameIn).isEmpty();
    }

    /** What a client says first, with its first choice of versions (RFC 8446, 4.2.1) changed. */
    private static byte[] withoutTls13(InputStream client) throws IOException {
        byte[] header = client.readNBytes(5);
        int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
        byte[] hello = Arrays.copyOf(header, 5 + length);
        System.arraycopy(client.readNBytes(length), 0, hello, 5, length);
        byte[] versions = {0, 43, 0, 5, 4, 3, 4, 3, 3};
        for (int at = 0; at + versions.length <= hello.length; at++) {
            if (Arrays.equals(hello, at, at + versions.length, versions, 0, versions.length)) {
                hello[at + 6] = 3;
                return hello;
            }
        }
        throw new AssertionError("TLS 1.3 and 1.2 were not offered");
    }

    @Test
    void whatOnlyBeginsLikeAHandshakeIsHungUpOn() throws Exception {
        for (byte[] rest :
                List.of(
                        "NICK ann\r\nUSER ann 0 * :ann\r\n".getBytes(StandardCharsets.US_ASCII),
                        new byte[] {3, 3, 0, 0, 0},
                        new byte[] {3, 1, 0, 4, 9, 9, 9, 9},
                        new byte[] {3, 3, 64, 1, 1},
                        new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1})) {
            awaitGone(greetingWith(rest));
        }
        assertThat(cameIn).isEmpty();
        Peer.accepted(encrypted(null)).ping();
    }

    @Test
    void whatNeverBecomesAHandshakeIsHungUpOn() throws Exception {
        Socket socket = greetingWith(new byte[] {3, 1, 64, 0, 1});
        awaitNewcomers(1);
        fixture.advance(PATIENCE);
        awaitGone(socket);
        assertThat(cameIn).isEmpty();
    }

    private Socket greetingWith(byte[] rest) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(HANDSHAKE);
        socket.getOutputStream().write(rest);
        return socket;
    }

    private static void awaitGone(Socket socket) throws IOException {
        try {
            byte[] said = socket.getInputStream().readAllBytes();
            assertThat(said.length == 0 || said[0] == ALERT).as(Arrays.toString(said)).isTrue();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void whoeverGoesInTheMiddleIsForgotten() throws Exception {
        byte[] hello = Encrypting.hello();
        for (int i = 0; i < 20; i++) {
            Socket socket = connect();
            socket.getOutputStream().write(hello, 0, i % 2 == 0 ? hello.length : 100);
            if (i % 3 == 0) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        }
        awaitNewcomers(0);
        assertThat(cameIn).isEmpty();
    }

    // ---- limits

    @Test
    void onlySoManyShakeHandsAtOnceAndTheNextFollow() throws Exception {
        listen(new Reception.Limits(PATIENCE, 1_000, 1_000, true, 16, 2, address -> address));
        List<Socket> stuck = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Socket socket = connect();
            socket.getOutputStream().write(Encrypting.hello());
            stuck.add(socket);
            awaitNewcomers(i + 1);
            int most = Math.min(i + 1, 2);
            fixture.turnUntil("it has its turn", () -> reception.handshakes() == most);
        }
        for (Socket socket : stuck) {
            // The one before has gone, so this one has its turn.
            assertThat(socket.getInputStream().read()).isEqualTo(HANDSHAKE);
            socket.close();
        }
        Peer.accepted(encrypted(null)).ping();
    }

    @Test
    void fiveHundredThatAreHalfInHoldNobodyUp() throws Exception {
        try (Peer plain = Peer.accepted(connect());
                Peer peer = Peer.accepted(encrypted(null))) {
            plain.ping();
            peer.ping();
            byte[] hello = Encrypting.hello();
            for (int i = 0; i < 500; i++) {
                connect().getOutputStream().write(hello, 0, 1 + i % (hello.length - 1));
                if (i % 100 == 0) {
                    plain.ping();
                    peer.ping();
                }
            }
            awaitNewcomers(500);
            plain.ping();
            peer.ping();
            Peer.accepted(encrypted(null)).ping();
        }
    }

    @Test
    void manyWhoStopInTheMiddleHoldNobodyUpWhoIsIn() throws Exception {
        try (Peer plain = Peer.accepted(connect());
                Peer peer = Peer.accepted(encrypted(null))) {
            plain.ping();
            peer.ping();
            byte[] hello = Encrypting.hello();
            for (int i = 0; i < 200; i++) {
                connect().getOutputStream().write(hello);
            }
            awaitNewcomers(200);
            fixture.turnUntil("as many as may have begun", () -> reception.handshakes() == 8);
            plain.ping();
            peer.ping();
            fixture.advance(PATIENCE);
            awaitNewcomers(0);
            Peer.accepted(encrypted(null)).ping();
        }
    }

    @Test
    void moreNewcomersThanThereMayBeAreHungUpOn() throws Exception {
        listen(new Reception.Limits(PATIENCE, 3, 100, false, 16, 8, address -> address));
        for (int i = 0; i < 3; i++) {
            connect();
            awaitNewcomers(i + 1);
        }
        assertHungUp(connect());
        sockets.getFirst().close();
        awaitNewcomers(2);
        Peer.accepted(encrypted(null)).ping();
    }

    @Test
    void whoeverMayNotShakeHandsIsHungUpOnBeforeAnythingIsDone() throws Exception {
        mayShakeHands = false;
        Socket socket = connect();
        socket.getOutputStream().write(Encrypting.hello());
        assertHungUp(socket);
        Peer.accepted(connect()).ping();
        assertThat(fixture.onLoop(reception::handshakes)).isZero();
        mayShakeHands = true;
        Peer.accepted(encrypted(null)).ping();
    }

    @Test
    void moreNewcomersOfOneAddressThanThereMayBeAreHungUpOn() throws Exception {
        listen(new Reception.Limits(PATIENCE, 100, 1, false, 16, 8, address -> address));
        Socket first = connect();
        awaitNewcomers(1);
        assertHungUp(connect());
        Peer.accepted(first).ping();
        Peer.accepted(connect()).ping();
    }

    @Test
    void theEndOfTheLoopEndsThemToo() throws Exception {
        Socket silent = connect();
        Socket greeting = connect();
        greeting.getOutputStream().write(Encrypting.hello());
        assertThat(greeting.getInputStream().read()).isEqualTo(HANDSHAKE);
        awaitNewcomers(2);
        SelectorLoop loop = fixture.loop;
        loop.close();
        assertHungUp(silent);
        assertThatThrownBy(() -> Encrypting.connect(acceptor.address(), null))
                .isInstanceOf(IOException.class);
        assertThat(reception.newcomers()).isZero();
        startAgain();
    }

    private void startAgain() throws Exception {
        fixture = new LoopFixture();
        listen(new Reception.Limits(PATIENCE, 1_000, 1_000, true, 16, 8, address -> address));
    }
}
