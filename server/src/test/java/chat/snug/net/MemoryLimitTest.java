package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all connections may keep together. */
class MemoryLimitTest {
    private static final String BLOCK = "0123456789abcdef".repeat(4096);

    private LoopFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new LoopFixture();
    }

    @AfterEach
    void close() throws Exception {
        fixture.closeAndFindNothingLeft();
    }

    /** Somebody who does not read, and for whom so many blocks wait. */
    private Recorder stalled(int blocks) throws Exception {
        Recorder recorder = fixture.connect(4096);
        Connection connection = recorder.connection();
        fixture.runOnLoop(() -> connection.queueLimit(Integer.MAX_VALUE));
        do {
            fixture.runOnLoop(() -> connection.send(Peer.utf8(BLOCK)));
        } while (fixture.onLoop(connection::queuedBytes) == 0);
        fixture.runOnLoop(
                () -> {
                    for (int i = 1; i < blocks; i++) {
                        connection.send(Peer.utf8(BLOCK));
                    }
                });
        return recorder;
    }

    @Test
    void whoLagsMostIsClosedFirstAndNobodyElse() throws Exception {
        Recorder little = stalled(2);
        Recorder most = stalled(40);
        Recorder much = stalled(10);
        Recorder reader = fixture.connect();

        fixture.loop.memoryLimit(20L * SegmentPool.SEGMENT_BYTES);
        fixture.runOnLoop(() -> reader.connection().send(Peer.utf8("hello")));

        assertThat(most.awaitClose()).isEqualTo(CloseReason.SEND_QUEUE_FULL);
        reader.peer().expect("hello");
        assertThat(little.connection().isOpen()).isTrue();
        assertThat(much.connection().isOpen()).isTrue();
        assertThat(fixture.onLoop(() -> fixture.loop.segments().bytesInUse()))
                .isLessThanOrEqualTo(20L * SegmentPool.SEGMENT_BYTES);
    }

    @Test
    void manyWhoWaitForTheSameShareItsMemoryAndStay() throws Exception {
        SegmentChain room = fixture.onLoop(() -> new SegmentChain(fixture.loop.segments()));
        Recorder[] members = new Recorder[20];
        for (int i = 0; i < members.length; i++) {
            members[i] = stalled(1);
        }
        long before = fixture.onLoop(() -> fixture.loop.segments().bytesInUse());
        fixture.loop.memoryLimit(before + 12L * SegmentPool.SEGMENT_BYTES);

        for (int i = 0; i < 10; i++) {
            fixture.runOnLoop(() -> LoopFixture.broadcast(room, BLOCK, Arrays.asList(members)));
        }

        assertThat(members).allSatisfy(one -> assertThat(one.connection().isOpen()).isTrue());
        fixture.runOnLoop(room::close);
    }

    @Test
    void whereMuchIsLeftUnreadLittleIsReadAtATime() throws Exception {
        fixture.loop.unreadLimit(1);
        Recorder first = fixture.connect();
        Recorder second = fixture.connect();
        for (Recorder recorder : new Recorder[] {first, second}) {
            recorder.reader = _ -> recorder.connection().pauseReading();
            recorder.peer().send("x".repeat(60_000));
            fixture.turnUntil("it was paused", recorder.connection()::isPaused);
        }
        StringBuilder came = new StringBuilder();
        second.reader =
                bytes -> {
                    came.append(bytes.remaining()).append(' ');
                    bytes.position(bytes.limit());
                };
        fixture.runOnLoop(() -> second.connection().resumeReading());
        fixture.turnUntil("more was read", () -> came.indexOf(" ") < came.lastIndexOf(" "));

        assertThat(came.toString()).matches("(\\d{1,3} |[1-3]\\d{3} |40\\d\\d )+");
        fixture.runOnLoop(() -> first.connection().close(CloseReason.LOCAL_CLOSE));
    }
}
