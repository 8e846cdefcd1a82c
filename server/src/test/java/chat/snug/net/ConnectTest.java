package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The loop as the side that connects. */
@Timeout(180)
class ConnectTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private LoopFixture fixture;
    private SelectorLoop loop;

    @BeforeEach
    void start() throws IOException {
        fixture = new LoopFixture();
        loop = fixture.loop;
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        if (loop.isAlive()) {
            fixture.closeAndFindNothingLeft();
        }
    }

    @Test
    void connectsAndTalksBothWays() throws Exception {
        try (ServerSocket server = listen(50)) {
            Outcome outcome = connect(server);
            try (Peer peer = Peer.accepted(server.accept())) {
                Recorder recorder = outcome.connected();
                peer.ping();
                assertThat(recorder.connection().remoteAddress())
                        .isEqualTo(server.getLocalSocketAddress());
                fixture.runOnLoop(
                        () -> recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE));
                assertThat(peer.readAll()).isEmpty();
                assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
            }
        }
    }

    @Test
    void whatIsSentWhenToldOfTheConnectionLeaves() throws Exception {
        try (ServerSocket server = listen(50)) {
            Outcome outcome = new Outcome();
            outcome.greeting = "NICK somebody";
            loop.connect(addressOf(server), TIMEOUT.toNanos(), outcome);
            try (Peer peer = Peer.accepted(server.accept())) {
                peer.expect("NICK somebody");
            }
        }
    }

    @Test
    void connectsOverIpv6() throws Exception {
        InetSocketAddress six = new InetSocketAddress(InetAddress.ofLiteral("::1"), 0);
        try (ServerSocket server = listenIfPossible(six)) {
            Outcome outcome = connect(server);
            try (Peer peer = Peer.accepted(server.accept())) {
                outcome.connected();
                peer.ping();
            }
        }
    }

    @Test
    void acceptsOverIpv6() throws Exception {
        InetSocketAddress six = new InetSocketAddress(InetAddress.ofLiteral("::1"), 0);
        listenIfPossible(six).close();
        Recorder recorder = new Recorder();
        try (Acceptor acceptor = loop.listen(six, 50, _ -> recorder)) {
            try (Peer peer = Peer.connect(acceptor.address(), 0)) {
                peer.ping();
                assertThat(acceptor.address().getAddress()).isEqualTo(six.getAddress());
            }
        }
    }

    @Test
    void isRefusedWhereNobodyListens() throws Exception {
        // Taken, so that nobody else listens there either.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Outcome outcome = new Outcome();
            loop.connect(
                    (InetSocketAddress) silent.getLocalSocketAddress(), TIMEOUT.toNanos(), outcome);
            ConnectFailure failure = outcome.failure();
            assertThat(failure.kind()).isEqualTo(ConnectFailure.Kind.REFUSED);
            assertThat(failure.cause()).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others answer when the backlog is full")
    void givesUpWhenNoAnswerComesInTime() throws Exception {
        try (SilentServer server = new SilentServer()) {
            Outcome outcome = connect(server.socket());
            fixture.runOnLoop(() -> {});
            fixture.advance(TIMEOUT.minusNanos(1));
            fixture.runOnLoop(() -> {});
            assertThat(outcome.calls).isZero();
            fixture.advance(Duration.ofNanos(1));
            assertThat(outcome.failure()).isEqualTo(ConnectFailure.TIMED_OUT);
            assertThat(outcome.calls).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others answer when the backlog is full")
    void canBeCancelledWhileItWaits() throws Exception {
        try (SilentServer server = new SilentServer()) {
            Outcome outcome = new Outcome();
            PendingConnect pending =
                    loop.connect(addressOf(server.socket()), TIMEOUT.toNanos(), outcome);
            fixture.runOnLoop(() -> {});
            pending.cancel();
            pending.cancel();
            assertThat(outcome.failure()).isEqualTo(ConnectFailure.CANCELLED);
            fixture.runOnLoop(() -> {});
            assertThat(outcome.calls).isEqualTo(1);
        }
    }

    @Test
    void canBeCancelledBeforeItBegins() throws Exception {
        try (ServerSocket server = listen(50)) {
            Outcome outcome = new Outcome();
            fixture.runOnLoop(
                    () -> loop.connect(addressOf(server), TIMEOUT.toNanos(), outcome).cancel());
            if (outcome.hasFailed()) {
                assertThat(outcome.failure()).isEqualTo(ConnectFailure.CANCELLED);
            } else {
                outcome.connected();
            }
            assertThat(outcome.calls).isEqualTo(1);
        }
    }

    @Test
    void cancellingWhatIsConnectedDoesNothing() throws Exception {
        try (ServerSocket server = listen(50)) {
            Outcome outcome = new Outcome();
            PendingConnect pending = loop.connect(addressOf(server), TIMEOUT.toNanos(), outcome);
            outcome.connected();
            pending.cancel();
            fixture.runOnLoop(() -> {});
            try (Peer peer = Peer.accepted(server.accept())) {
                peer.ping();
            }
            assertThat(outcome.calls).isEqualTo(1);
        }
    }

    @Test
    void anAddressWithoutANumberIsNotLookedUp() throws Exception {
        Outcome outcome = new Outcome();
        loop.connect(
                InetSocketAddress.createUnresolved("nowhere.invalid", 6667),
                TIMEOUT.toNanos(),
                outcome);
        assertThat(outcome.failure().kind()).isEqualTo(ConnectFailure.Kind.OTHER);
        assertThat(outcome.failure().cause()).hasMessageContaining("nowhere.invalid");
    }

    @Test
    void aHandlerThatFailsEndsTheConnection() throws Exception {
        try (ServerSocket server = listen(50)) {
            Outcome outcome = new Outcome();
            outcome.failing = true;
            loop.connect(addressOf(server), TIMEOUT.toNanos(), outcome);
            try (Peer peer = Peer.accepted(server.accept())) {
                assertThat(peer.readAll()).isEmpty();
            }
        }
    }

    @Test
    void closingTheLoopCancels() throws Exception {
        try (ServerSocket server = listen(1)) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                outcomes.add(connect(server));
            }
            PendingConnect unsettled =
                    loop.connect(addressOf(server), TIMEOUT.toNanos(), new Outcome());
            loop.close();
            unsettled.cancel();
            for (Outcome outcome : outcomes) {
                assertThat(outcome.calls).isEqualTo(1);
            }
            assertThatThrownBy(() -> connect(server))
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void tellsTheKindsOfFailureApart() {
        assertKind(new ConnectException("Connection refused"), ConnectFailure.Kind.REFUSED);
        assertKind(new ConnectException("Connection timed out"), ConnectFailure.Kind.TIMED_OUT);
        assertKind(new ConnectException(), ConnectFailure.Kind.REFUSED);
        assertKind(new NoRouteToHostException(), ConnectFailure.Kind.UNREACHABLE);
        assertKind(new SocketException("Network is unreachable"), ConnectFailure.Kind.UNREACHABLE);
        assertKind(new IOException("Too many open files"), ConnectFailure.Kind.OTHER);
    }

    private static void assertKind(IOException cause, ConnectFailure.Kind kind) {
        assertThat(ConnectFailure.of(cause)).isEqualTo(new ConnectFailure(kind, cause));
    }

    private Outcome connect(ServerSocket server) {
        Outcome outcome = new Outcome();
        loop.connect(addressOf(server), TIMEOUT.toNanos(), outcome);
        return outcome;
    }

    private static ServerSocket listen(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    private static ServerSocket listenIfPossible(InetSocketAddress address) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(address);
        } catch (SocketException e) {
            server.close();
            assumeTrue(false, "no IPv6 here: " + e.getMessage());
        }
        return server;
    }

    private static InetSocketAddress addressOf(ServerSocket server) {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private static final class Outcome implements ConnectHandler {
        private final CompletableFuture<Object> settled = new CompletableFuture<>();
        private volatile int calls;
        private volatile boolean failing;
        private volatile String greeting = "";

        @Override
        public ConnectionHandler connected(Connection connection) {
            count();
            if (failing) {
                throw new IllegalStateException("planted in connected");
            }
            connection.send(Peer.utf8(greeting));
            Recorder recorder = new Recorder();
            recorder.connection = connection;
            settled.complete(recorder);
            return recorder;
        }

        @Override
        public void failed(ConnectFailure why) {
            count();
            settled.complete(why);
        }

        private synchronized void count() {
            calls++;
        }

        boolean hasFailed() {
            return settled.getNow(this) instanceof ConnectFailure;
        }

        Recorder connected() throws Exception {
            return (Recorder) settled.get(60, TimeUnit.SECONDS);
        }

        ConnectFailure failure() throws Exception {
            return (ConnectFailure) settled.get(60, TimeUnit.SECONDS);
        }
    }
}
