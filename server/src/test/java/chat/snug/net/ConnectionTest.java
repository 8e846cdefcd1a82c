package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one connection does with its bytes, and how it ends when the other side ends it. */
@Timeout(180)
class ConnectionTest {
    private LoopFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new LoopFixture();
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        fixture.closeAndFindNothingLeft();
    }

    @Test
    void knowsItsAddressesAlsoAfterTheEnd() throws Exception {
        Recorder recorder = fixture.connect();
        Peer peer = recorder.peer();
        peer.close();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
        assertThat(recorder.connection().remoteAddress().getPort())
                .isEqualTo(peer.socket.getLocalPort());
        assertThat(recorder.connection().localAddress()).isEqualTo(fixture.acceptor.address());
    }

    @Test
    void holdsNothingWhileIdle() throws Exception {
        Recorder recorder = fixture.connect();
        recorder.peer().ping();
        fixture.runOnLoop(
                () -> {
                    assertThat(recorder.connection().hasQueue()).isFalse();
                    assertThat(recorder.connection().interest()).isEqualTo(SelectionKey.OP_READ);
                    assertThat(fixture.loop.segments().inUse()).isZero();
                });
    }

    @Test
    void remembersWhenBytesCameLast() throws Exception {
        Recorder recorder = fixture.connect();
        long opened = fixture.onLoop(recorder.connection()::lastReceivedNanos);
        fixture.advance(Duration.ofSeconds(5));
        recorder.peer().ping();
        long received = fixture.onLoop(recorder.connection()::lastReceivedNanos);
        assertThat(received - opened).isEqualTo(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void sendsNothingBeforeTheTurnEnds() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("one "));
                    recorder.connection().send(Peer.utf8("two"));
                    assertThat(recorder.connection().queuedBytes()).isEqualTo(7);
                });
        recorder.peer().expect("one two");
        assertThat(fixture.onLoop(recorder.connection()::queuedBytes)).isZero();
    }

    @Test
    void answersWhatWasSentBeforeThePeerEndedItsStream() throws Exception {
        Recorder recorder = fixture.connect();
        recorder.peer().send("PING");
        recorder.peer().socket.shutdownOutput();
        assertThat(recorder.peer().readAll()).isEqualTo("PONG");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
        assertThat(recorder.closes).hasValue(1);
        assertThat(recorder.connection().isOpen()).isFalse();
    }

    @Test
    void aPeerThatResetsEndsOnlyItsOwnConnection() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        recorder.peer().ping();
        recorder.peer().reset();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.RESET_BY_PEER);
        other.peer().ping();
    }

    @Test
    void aPeerThatIsFoundGoneWhileWritingEndsOnlyItsOwnConnection() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        fixture.runOnLoop(() -> recorder.connection().pauseReading());
        recorder.peer().reset();
        fixture.turnUntil(
                "the write failed",
                () -> {
                    recorder.connection().send(Peer.utf8("anybody there?"));
                    return !recorder.connection().isOpen();
                });
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.RESET_BY_PEER);
        other.peer().ping();
    }

    @Test
    void readsNothingWhilePausedAndEverythingAfterwards() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        fixture.runOnLoop(() -> recorder.connection().pauseReading());
        recorder.peer().send("PING");
        other.peer().ping();
        assertThat(recorder.text()).isEmpty();
        fixture.runOnLoop(
                () -> {
                    assertThat(recorder.connection().interest()).isZero();
                    recorder.connection().resumeReading();
                });
        recorder.peer().expect("PONG");
    }

    @Test
    void writesNothingWhilePausedAndEverythingInItsOrderAfterwards() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        SegmentChain chain = fixture.onLoop(() -> new SegmentChain(fixture.loop.segments()));
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("1"));
                    recorder.connection().pauseWriting();
                    LoopFixture.broadcast(chain, "2", List.of(recorder, other));
                });
        recorder.peer().send("what is heard is heard");
        fixture.turnUntil("it was heard", () -> !recorder.text().isEmpty());
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("3"));
                    LoopFixture.broadcast(chain, "4", List.of(recorder, other));
                    chain.close();
                });
        other.peer().expect("24");
        assertThat(fixture.onLoop(recorder.connection()::queuedBytes)).isEqualTo(4);
        assertThat(fixture.onLoop(recorder.connection()::interest)).isEqualTo(SelectionKey.OP_READ);
        fixture.runOnLoop(() -> recorder.connection().resumeWriting());
        recorder.peer().expect("1234");
        recorder.peer().ping();
    }

    @Test
    void aGoodbyeComesAfterWhatWasHeldUp() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(
                () -> {
                    recorder.connection().pauseWriting();
                    recorder.connection().send(Peer.utf8("goodbye"));
                    recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE);
                });
        assertThat(recorder.closes).hasValue(0);
        fixture.runOnLoop(() -> recorder.connection().resumeWriting());
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
        assertThat(recorder.peer().readAll()).isEqualTo("goodbye");
    }

    @Test
    void whoIsHeldUpWhileTooMuchIsSentIsWrittenToAndNotClosed() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(
                () -> {
                    recorder.connection().queueLimit(9);
                    recorder.connection().pauseWriting();
                    recorder.connection().send(Peer.utf8("01234"));
                    recorder.connection().send(Peer.utf8("56789"));
                });
        recorder.peer().expect("0123456789");
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("ab"));
                    recorder.connection().resumeWriting();
                });
        recorder.peer().expect("ab");
        recorder.peer().ping();
    }

    @Test
    void bringsWhatWasLeftUnreadAgainBeforeAnythingNewer() throws Exception {
        Recorder recorder = fixture.connect();
        List<Character> read = new ArrayList<>();
        recorder.reader =
                bytes -> {
                    read.add((char) bytes.get());
                    recorder.connection().pauseReading();
                };
        recorder.peer().send("abc");
        fixture.turnUntil("a was read", () -> read.size() == 1);
        recorder.peer().send("de");
        for (int i = 2; i <= 5; i++) {
            int count = i;
            fixture.runOnLoop(() -> recorder.connection().resumeReading());
            fixture.turnUntil("one more was read", () -> read.size() == count);
        }
        assertThat(read).containsExactly('a', 'b', 'c', 'd', 'e');
        recorder.reader = null;
        fixture.runOnLoop(() -> recorder.connection().resumeReading());
        recorder.peer().ping();
    }

    @Test
    void whoeverYieldsIsReadAfterTheOthers() throws Exception {
        List<String> heard = new ArrayList<>();
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Recorder recorder = fixture.connect();
            boolean yields = i < 9;
            recorder.onText = _ -> heard.add(yields ? "later" : "first");
            fixture.runOnLoop(() -> recorder.connection().yields(yields));
            peers.add(recorder.peer());
        }
        fixture.runOnLoop(
                () -> {
                    for (Peer peer : peers) {
                        peer.sendUnchecked("x");
                    }
                });
        fixture.turnUntil("all were heard", () -> heard.size() == 10);
        assertThat(heard).startsWith("first");
    }

    @Test
    void whoeverYieldsLosesNothing() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(() -> recorder.connection().yields(true));
        recorder.peer().ping();
        fixture.runOnLoop(() -> recorder.connection().pauseReading());
        recorder.peer().send("two");
        fixture.runOnLoop(() -> recorder.connection().resumeReading());
        recorder.peer().ping();
        fixture.runOnLoop(() -> recorder.connection().yields(false));
        recorder.peer().ping();
        assertThat(recorder.text()).isEqualTo("PINGtwoPINGPING");
        recorder.peer().close();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
    }

    @Test
    void aHandlerMayResumeAtOnceAndReadBitByBit() throws Exception {
        Recorder recorder = fixture.connect();
        CountDownLatch read = new CountDownLatch(1_000);
        recorder.reader =
                bytes -> {
                    bytes.get();
                    recorder.connection().pauseReading();
                    recorder.connection().resumeReading();
                    read.countDown();
                };
        recorder.peer().send("x".repeat(1_000));
        assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHandlerThatNeitherReadsNorPausesHasFailed() throws Exception {
        Recorder recorder = fixture.connect();
        recorder.reader = _ -> {};
        recorder.peer().send("hello?");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.HANDLER_FAILED);
    }

    @Test
    void anExceptionInAHandlerEndsItsConnectionAndNoOther() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        recorder.onText =
                _ -> {
                    throw new IllegalStateException("planted in received");
                };
        recorder.peer().send("hello");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.HANDLER_FAILED);
        other.peer().ping();
    }

    @Test
    void aStackOverflowInAHandlerEndsItsConnectionAndNoOther() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        recorder.onText = ConnectionTest::recurse;
        recorder.peer().send("hello");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.HANDLER_FAILED);
        other.peer().ping();
    }

    /** Nothing can be done with it: there is no memory left. */
    private static final class Unspeakable extends OutOfMemoryError {
        private static final long serialVersionUID = 1;

        @Override
        public void printStackTrace(PrintStream to) {
            throw this;
        }
    }

    @Test
    void noMemoryForAHandlerEndsItsConnectionAndNoOther() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        recorder.onText =
                _ -> {
                    throw new Unspeakable();
                };
        recorder.peer().send("hello");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.HANDLER_FAILED);
        fixture.loop.execute(
                () -> {
                    throw new Unspeakable();
                });
        other.peer().ping();
    }

    @Test
    void aFailureInClosedIsNobodyElsesMatter() throws Exception {
        Recorder recorder = fixture.connect();
        Recorder other = fixture.connect();
        recorder.onClose =
                _ -> {
                    throw new AssertionError("planted in closed");
                };
        recorder.peer().close();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
        other.peer().ping();
        assertThat(recorder.closes).hasValue(1);
    }

    @Test
    void isToldOfTheEndAfterTheTurnAndNeverFromInsideClose() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.onLoop(
                () -> {
                    recorder.connection().close(CloseReason.PROTOCOL_ERROR);
                    recorder.connection().close(CloseReason.TIMED_OUT);
                    assertThat(recorder.closes).hasValue(0);
                    assertThat(recorder.connection().isOpen()).isFalse();
                    recorder.connection().send(Peer.utf8("too late"));
                    return true;
                });
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.PROTOCOL_ERROR);
        assertThat(recorder.closes).hasValue(1);
        assertThat(readAllOrReset(recorder.peer())).isEmpty();
    }

    @Test
    void whatIsSentToOthersWhenToldOfTheEndLeavesInTheSameTurn() throws Exception {
        List<Recorder> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(fixture.connect());
        }
        // Each end closes the next: five rounds of one turn's end.
        for (int i = 0; i < 4; i++) {
            Recorder next = all.get(i + 1);
            all.get(i).onClose =
                    _ -> {
                        next.connection().send(Peer.utf8("bye"));
                        next.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE);
                    };
        }
        int closes =
                fixture.onLoop(
                        () -> {
                            all.getFirst().connection().close(CloseReason.LOCAL_CLOSE);
                            return all.getFirst().closes.get();
                        });
        assertThat(closes).isZero();
        for (Recorder recorder : all.subList(1, 5)) {
            assertThat(recorder.peer().readAll()).isEqualTo("bye");
            assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
        }
    }

    @Test
    void aConnectionClosedByAnotherInTheSameTurnReadsNoMore() throws Exception {
        Recorder first = fixture.connect();
        Recorder second = fixture.connect();
        first.onText = _ -> second.connection().close(CloseReason.LOCAL_CLOSE);
        second.onText = _ -> first.connection().close(CloseReason.LOCAL_CLOSE);
        fixture.onLoop(
                () -> {
                    // While this task runs nothing is read, so the next turn finds both readable.
                    first.peer().send("x");
                    second.peer().send("x");
                    return true;
                });
        fixture.turnUntil("one was closed", () -> first.closes.get() + second.closes.get() == 1);
        assertThat(first.text().length() + second.text().length()).isEqualTo(1);
    }

    @Test
    void takesALineLongerThanASegment() throws Exception {
        Recorder recorder = fixture.connect();
        String line = "0123456789".repeat(30_000);
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("a"));
                    recorder.connection().send(Peer.utf8(line));
                    recorder.connection().send(Peer.utf8("z"));
                });
        recorder.peer().expect("a" + line + "z");
    }

    @Test
    void sendingNothingIsNothing() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(ByteBuffer.allocate(0));
                    assertThat(recorder.connection().hasQueue()).isFalse();
                });
    }

    private static void recurse(String text) {
        if (!text.isEmpty()) {
            recurse(text);
        }
    }

    private static String readAllOrReset(Peer peer) throws IOException {
        try {
            return peer.readAll();
        } catch (SocketException _) {
            return "";
        }
    }
}
