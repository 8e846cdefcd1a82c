package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing so that the peer reads the last words. */
@Timeout(180)
class GoodbyeTest {
    private static final String BLOCK = "0123456789abcdef".repeat(4096);

    private LoopFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new LoopFixture();
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        if (fixture.loop.isAlive()) {
            fixture.closeAndFindNothingLeft();
        }
    }

    @Test
    void thePeerGetsWhatWasQueuedAndThenTheEnd() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("goodbye"));
                    recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE);
                    recorder.connection().send(Peer.utf8("not any more"));
                    assertThat(recorder.connection().isOpen()).isFalse();
                    assertThat(recorder.closes).hasValue(0);
                });
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
        assertThat(recorder.peer().readAll()).isEqualTo("goodbye");
    }

    @Test
    void theGoodbyeArrivesAlsoAtAPeerWhoseWordsNobodyReadsAnyMore() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(() -> recorder.connection().pauseReading());
        recorder.peer().send(BLOCK);
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("goodbye"));
                    recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE);
                });
        recorder.peer().send(BLOCK);
        assertThat(recorder.peer().readAll()).isEqualTo("goodbye");
        assertThat(recorder.text()).isEmpty();
    }

    @Test
    void isFlushedAlsoWhenThePeerReadsSlowly() throws Exception {
        Recorder recorder = fixture.connect(4096);
        int blocks = fillUntilItLags(recorder);
        fixture.runOnLoop(
                () -> {
                    recorder.connection().send(Peer.utf8("goodbye"));
                    recorder.connection().closeAfterFlush(CloseReason.SHUTDOWN);
                });
        assertThat(recorder.closes).hasValue(0);
        assertThat(recorder.peer().readAll()).isEqualTo(BLOCK.repeat(blocks) + "goodbye");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
    }

    @Test
    void aPeerThatTakesNothingIsWaitedForNoLongerThanTheLingerTime() throws Exception {
        Recorder recorder = fixture.connect(4096);
        fillUntilItLags(recorder);
        fixture.runOnLoop(
                () ->
                        recorder.connection()
                                .closeAfterFlush(
                                        CloseReason.SHUTDOWN, Duration.ofSeconds(3).toNanos()));
        fixture.advance(Duration.ofMillis(2_999));
        fixture.runOnLoop(() -> {});
        assertThat(recorder.closes).hasValue(0);
        fixture.advance(Duration.ofMillis(1));
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
    }

    @Test
    void aPeerThatDoesNotEndItsStreamIsWaitedForNoLongerThanTheLingerTime() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.runOnLoop(() -> recorder.connection().closeAfterFlush(CloseReason.LOCAL_CLOSE));
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.LOCAL_CLOSE);
        assertThat(recorder.peer().readAll()).isEmpty();
        assertThat(fixture.onLoop(fixture.loop::registrations)).isEqualTo(2);
        fixture.advance(Duration.ofNanos(Connection.LINGER_NANOS));
        fixture.turnUntil("the socket was closed", () -> fixture.loop.registrations() == 1);
        assertThat(recorder.closes).hasValue(1);
    }

    @Test
    void closeCutsAGoodbyeShortAndTheFirstReasonCounts() throws Exception {
        Recorder recorder = fixture.connect(4096);
        fillUntilItLags(recorder);
        fixture.runOnLoop(() -> recorder.connection().closeAfterFlush(CloseReason.PROTOCOL_ERROR));
        fixture.runOnLoop(() -> recorder.connection().close(CloseReason.TIMED_OUT));
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.PROTOCOL_ERROR);
    }

    @Test
    void aHalfClosedPeerThatReadsNothingIsWaitedForNoLongerThanTheLingerTime() throws Exception {
        Recorder recorder = fixture.connect(4096);
        fillUntilItLags(recorder);
        recorder.peer().socket.shutdownOutput();
        fixture.turnUntil("the end was seen", () -> !recorder.connection().isOpen());
        assertThat(recorder.closes).hasValue(0);
        fixture.advance(Duration.ofNanos(Connection.LINGER_NANOS));
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.CLOSED_BY_PEER);
    }

    @Test
    void closingTheLoopLetsTheGoodbyesArriveFirst() throws Exception {
        List<Recorder> recorders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            recorders.add(fixture.connect());
            recorders.get(i).peer().send("still talking");
        }
        Thread closer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    fixture.loop.execute(
                                            () -> {
                                                for (Recorder recorder : recorders) {
                                                    Connection c = recorder.connection();
                                                    c.send(Peer.utf8(BLOCK + "goodbye"));
                                                    c.closeAfterFlush(CloseReason.SHUTDOWN);
                                                }
                                            });
                                    fixture.loop.close();
                                });
        for (Recorder recorder : recorders) {
            assertThat(recorder.peer().readAll()).isEqualTo(BLOCK + "goodbye");
            recorder.peer().close();
            assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        }
        closer.join();
        assertThat(fixture.loop.isAlive()).isFalse();
        assertThat(fixture.loop.segments().inUse()).isZero();
    }

    /** Sends blocks until the socket takes no more; returns how many. */
    private int fillUntilItLags(Recorder recorder) throws Exception {
        int blocks = 0;
        do {
            fixture.runOnLoop(
                    () -> {
                        recorder.connection().queueLimit(Integer.MAX_VALUE);
                        recorder.connection().send(Peer.utf8(BLOCK));
                    });
            blocks++;
        } while (fixture.onLoop(recorder.connection()::queuedBytes) == 0);
        return blocks;
    }
}
