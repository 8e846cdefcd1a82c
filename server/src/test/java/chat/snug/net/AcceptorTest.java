package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The loop as the side that listens. */
@Timeout(180)
class AcceptorTest {
    private static final InetSocketAddress ANY_PORT =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private LoopFixture fixture;
    private SelectorLoop loop;

    @BeforeEach
    void start() throws IOException {
        fixture = new LoopFixture();
        loop = fixture.loop;
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        fixture.closeAndFindNothingLeft();
    }

    @Test
    void aTakenPortIsToldToTheCaller() {
        assertThatThrownBy(() -> loop.listen(fixture.acceptor.address(), 5, _ -> null))
                .isInstanceOf(BindException.class);
    }

    @Test
    void anAddressWithoutANumberIsNotLookedUp() {
        assertThatThrownBy(
                        () ->
                                loop.listen(
                                        InetSocketAddress.createUnresolved("nowhere.invalid", 0),
                                        5,
                                        _ -> null))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void whoeverIsTurnedAwayGetsTheReasonAndTheEnd() throws Exception {
        AtomicInteger in = new AtomicInteger();
        Recorder recorder = new Recorder();
        try (Acceptor limited =
                loop.listen(
                        ANY_PORT,
                        5,
                        connection -> {
                            if (in.incrementAndGet() <= 2) {
                                return recorder;
                            }
                            connection.send(Peer.utf8("ERROR :The room is full\r\n"));
                            return null;
                        })) {
            try (Peer first = Peer.connect(limited.address(), 0);
                    Peer second = Peer.connect(limited.address(), 0);
                    Peer third = Peer.connect(limited.address(), 0)) {
                third.send("NICK somebody\r\n");
                assertThat(third.readAll()).isEqualTo("ERROR :The room is full\r\n");
                first.ping();
                second.ping();
            }
        }
    }

    @Test
    void aHandlerThatFailsCostsOnlyTheConnectionThatCameIn() throws Exception {
        AtomicInteger in = new AtomicInteger();
        try (Acceptor failing =
                loop.listen(
                        ANY_PORT,
                        5,
                        _ -> {
                            if (in.incrementAndGet() == 1) {
                                throw new IllegalStateException("planted in accepted");
                            }
                            return new Recorder();
                        })) {
            try (Peer first = Peer.connect(failing.address(), 0);
                    Peer second = Peer.connect(failing.address(), 0)) {
                assertThat(first.readAll()).isEmpty();
                second.ping();
            }
        }
    }

    @Test
    void aHandlerThatClosesAtOnceIsToldOfTheEnd() throws Exception {
        Recorder recorder = new Recorder();
        try (Acceptor closing =
                loop.listen(
                        ANY_PORT,
                        5,
                        connection -> {
                            connection.close(CloseReason.REFUSED);
                            return recorder;
                        })) {
            try (Peer peer = Peer.connect(closing.address(), 0)) {
                assertThat(peer.readAll()).isEmpty();
                assertThat(recorder.awaitClose()).isEqualTo(CloseReason.REFUSED);
            }
        }
    }

    @Test
    void aClosedPortIsFreeAndItsConnectionsGoOn() throws Exception {
        Recorder recorder = new Recorder();
        Acceptor first = loop.listen(ANY_PORT, 5, _ -> recorder);
        try (Peer peer = Peer.connect(first.address(), 0)) {
            peer.ping();
            first.close();
            first.close();
            fixture.runOnLoop(() -> {});
            peer.ping();
            try (Acceptor again = loop.listen(first.address(), 5, _ -> null)) {
                assertThat(again.address()).isEqualTo(first.address());
            }
        }
    }

    @Test
    void aRushOfNewcomersAllComeIn() throws Exception {
        Recorder recorder = new Recorder();
        CountDownLatch accepted = new CountDownLatch(300);
        CountDownLatch allWait = new CountDownLatch(1);
        List<Peer> peers = new ArrayList<>();
        try (Acceptor busy =
                loop.listen(
                        ANY_PORT,
                        500,
                        _ -> {
                            accepted.countDown();
                            return recorder;
                        })) {
            loop.execute(
                    () -> {
                        try {
                            allWait.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            for (int i = 0; i < 300; i++) {
                peers.add(Peer.connect(busy.address(), 0));
            }
            allWait.countDown();
            assertThat(accepted.await(60, TimeUnit.SECONDS)).isTrue();
            for (Peer peer : peers) {
                peer.ping();
            }
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell that lowers a limit")
    void goesOnAcceptingWhenDescriptorsAreFreeAgain() throws Exception {
        Process small =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "ulimit -n 64 && exec \"$0\" -cp \"$1\" \"$2\"",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                System.getProperty("java.class.path"),
                                GreetingServer.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Peer> peers = new ArrayList<>();
        try (BufferedReader out = small.inputReader()) {
            InetSocketAddress address =
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(out.readLine()));
            for (int i = 0; i < 100; i++) {
                peers.add(Peer.connect(address, 0));
            }
            assertThat(out.readLine()).isEqualTo("paused");
            // Who was let in first leaves; who waits in the backlog is let in for them.
            for (Peer peer : peers.subList(0, 75)) {
                peer.close();
            }
            for (Peer peer : peers.subList(75, 100)) {
                peer.expect("hello");
            }
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
            small.destroy();
            assertThat(small.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
