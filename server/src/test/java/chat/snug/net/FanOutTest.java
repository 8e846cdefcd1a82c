package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One line to many, some of whom do not read. */
@Timeout(180)
class FanOutTest {
    private LoopFixture fixture;
    private SegmentChain room;
    private final List<Recorder> members = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        fixture = new LoopFixture();
        room = fixture.onLoop(() -> new SegmentChain(fixture.loop.segments()));
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        fixture.closeAndFindNothingLeft();
    }

    @Test
    void everybodyGetsEveryLineInOrder() throws Exception {
        join(50, 0);
        StringBuilder sent = new StringBuilder();
        for (int turn = 0; turn < 20; turn++) {
            String text = "turn " + turn + " line %d\n";
            fixture.runOnLoop(
                    () -> {
                        for (int i = 0; i < 50; i++) {
                            LoopFixture.broadcast(room, text.formatted(i), members);
                        }
                    });
            for (int i = 0; i < 50; i++) {
                sent.append(text.formatted(i));
            }
        }
        for (Recorder member : members) {
            member.peer().expect(sent.toString());
        }
        assertThat(fixture.onLoop(() -> fixture.loop.segments().inUse())).isZero();
    }

    @Test
    void linesForOneBetweenLinesForAllKeepTheirPlace() throws Exception {
        join(2, 0);
        StringBuilder sent = new StringBuilder();
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < 300; i++) {
                        LoopFixture.broadcast(room, "room " + i + "\n", members);
                        members.getFirst().connection().send(Peer.utf8("yours " + i + "\n"));
                    }
                });
        for (int i = 0; i < 300; i++) {
            sent.append("room ").append(i).append('\n').append("yours ").append(i).append('\n');
        }
        members.getFirst().peer().expect(sent.toString());
        members.getLast().peer().expect(sent.toString().replaceAll("yours \\d+\\n", ""));
    }

    @Test
    void manyRoomsTakingTurnsKeepTheirOrderTurnAfterTurn() throws Exception {
        join(3, 0);
        List<SegmentChain> rooms = new ArrayList<>();
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < 7; i++) {
                        rooms.add(new SegmentChain(fixture.loop.segments()));
                    }
                });
        for (int turn = 0; turn < 20; turn++) {
            StringBuilder sent = new StringBuilder();
            int lines = turn * 60;
            fixture.runOnLoop(
                    () -> {
                        for (int i = 0; i < lines; i++) {
                            String line = "line " + i + "\n";
                            sent.append(line);
                            LoopFixture.broadcast(rooms.get(i % 7), line, members);
                        }
                    });
            for (Recorder member : members) {
                member.peer().expect(sent.toString());
            }
        }
    }

    @Test
    void isWatchedForWritingOnlyWhileSomethingWaits() throws Exception {
        join(1, 4096);
        Connection connection = members.getFirst().connection();
        String block = "0123456789abcdef".repeat(4096);
        fixture.runOnLoop(
                () -> {
                    connection.queueLimit(Integer.MAX_VALUE);
                    connection.send(Peer.utf8("hello"));
                });
        members.getFirst().peer().expect("hello");
        assertThat(fixture.onLoop(connection::interest)).isEqualTo(SelectionKey.OP_READ);
        int blocks = fillUntilItLags(connection, block);
        assertThat(fixture.onLoop(connection::interest))
                .isEqualTo(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        members.getFirst().peer().expect(block.repeat(blocks));
        fixture.turnUntil("nothing waited", () -> connection.queuedBytes() == 0);
        assertThat(fixture.onLoop(connection::interest)).isEqualTo(SelectionKey.OP_READ);
        assertThat(fixture.onLoop(connection::hasQueue)).isFalse();
    }

    @Test
    void whoeverDoesNotReadIsClosedAndTheOthersGetEverythingInOrder() throws Exception {
        join(10, 0);
        Recorder slow = fixture.connect(4096);
        members.add(slow);
        int limit = 256 * 1024;
        StringBuilder sent = new StringBuilder();
        for (int turn = 0; slow.closes.get() == 0; turn++) {
            assertThat(turn).as("turns until the slow one is closed").isLessThan(5_000);
            String text = ("turn " + turn + " ").repeat(500) + "\n";
            sent.append(text);
            fixture.runOnLoop(
                    () -> {
                        slow.connection().queueLimit(limit);
                        LoopFixture.broadcast(room, text, members);
                        assertThat(slow.connection().queuedBytes())
                                .isLessThanOrEqualTo(limit + text.length());
                    });
            for (Recorder member : members.subList(0, 10)) {
                member.peer().expect(text);
            }
            assertThat(fixture.onLoop(() -> fixture.loop.segments().inUse()))
                    .isLessThanOrEqualTo(limit / SegmentPool.SEGMENT_BYTES + 4);
        }
        assertThat(slow.awaitClose()).isEqualTo(CloseReason.SEND_QUEUE_FULL);
        assertThat(slow.closes).hasValue(1);
        assertThat(sent.length()).isGreaterThan(limit);
        for (Recorder member : members.subList(0, 10)) {
            assertThat(member.connection().isOpen()).isTrue();
        }
        assertThat(fixture.onLoop(() -> fixture.loop.segments().inUse())).isZero();
    }

    @Test
    void oneTurnMayBringMoreThanTheLimitAsLongAsTheSocketTakesIt() throws Exception {
        join(1, 256 * 1024);
        Connection connection = members.getFirst().connection();
        String line = "x".repeat(1_000);
        for (int turn = 0; turn < 50; turn++) {
            fixture.runOnLoop(
                    () -> {
                        connection.queueLimit(16 * 1024);
                        for (int i = 0; i < 50; i++) {
                            LoopFixture.broadcast(room, line, members);
                            assertThat(connection.queuedBytes()).isLessThanOrEqualTo(16 * 1024);
                        }
                    });
            members.getFirst().peer().expect(line.repeat(50));
        }
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void oneOfManyRoomsThatLagsKeepsBoundedMemory() throws Exception {
        join(1, 4096);
        Connection connection = members.getFirst().connection();
        fixture.runOnLoop(() -> connection.queueLimit(Integer.MAX_VALUE));
        String block = "0123456789abcdef".repeat(4096);
        int blocks = fillUntilItLags(connection, block);
        StringBuilder sent = new StringBuilder();
        List<SegmentChain> rooms = new ArrayList<>();
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < 300; i++) {
                        SegmentChain chain = new SegmentChain(fixture.loop.segments());
                        rooms.add(chain);
                        LoopFixture.broadcast(chain, "room " + i + "\n", members);
                        sent.append("room ").append(i).append('\n');
                    }
                });
        int bound = fixture.onLoop(connection::queuedBytes) / SegmentPool.SEGMENT_BYTES + 4;
        assertThat(fixture.onLoop(() -> fixture.loop.segments().inUse()))
                .isLessThanOrEqualTo(bound);
        members.getFirst().peer().expect(block.repeat(blocks) + sent);
        fixture.runOnLoop(() -> rooms.forEach(SegmentChain::close));
    }

    private void join(int count, int receiveBuffer) throws Exception {
        for (int i = 0; i < count; i++) {
            members.add(fixture.connect(receiveBuffer));
        }
    }

    /** Sends blocks until the socket takes no more; returns how many. */
    private int fillUntilItLags(Connection connection, String block) throws Exception {
        int blocks = 0;
        do {
            fixture.runOnLoop(() -> connection.send(Peer.utf8(block)));
            blocks++;
        } while (fixture.onLoop(connection::queuedBytes) == 0);
        return blocks;
    }
}
