package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {
    private final SegmentPool pool = new SegmentPool();
    private final SegmentChain room = new SegmentChain(pool);
    private final SegmentChain other = new SegmentChain(pool);
    private final OutboundQueue queue = new OutboundQueue(pool);
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(64 * 1024);
    private final Socket socket = new Socket();

    @AfterEach
    void nothingLeaks() {
        queue.clear();
        room.close();
        other.close();
        pool.endTurn();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void linesOfOneRoomAreOneRangeAndOneWrite() throws IOException {
        for (int i = 0; i < 100; i++) {
            send(room, "line " + i + "\n");
        }
        assertThat(queue.ranges()).isEqualTo(1);
        queue.writeTo(socket, scratch);
        assertThat(socket.writes).isEqualTo(1);
        assertThat(socket.text()).startsWith("line 0\nline 1\n").endsWith("line 99\n");
        assertThat(queue.bytes()).isZero();
        assertThat(queue.lags()).isFalse();
    }

    @Test
    void shortRangesOfSeveralRoomsLeaveInOneWriteInTheOrderOfSending() throws IOException {
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            sent.append(send(i % 2 == 0 ? room : other, "line " + i + "\n"));
        }
        assertThat(queue.ranges()).isEqualTo(100);
        queue.writeTo(socket, scratch);
        assertThat(socket.writes).isEqualTo(1);
        assertThat(socket.text()).isEqualTo(sent.toString());
    }

    @Test
    void moreShortRangesThanTheScratchBufferHoldsTakeTwoWrites() throws IOException {
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            sent.append(send(i % 2 == 0 ? room : other, ("" + i).repeat(10_000)));
        }
        queue.writeTo(socket, scratch);
        assertThat(socket.writes).isEqualTo(2);
        assertThat(socket.text()).isEqualTo(sent.toString());
    }

    @Test
    void aLongRangeIsWrittenStraightFromItsSegment() throws IOException {
        String sent = send(room, "a".repeat(40_000)) + send(other, "b");
        queue.writeTo(socket, scratch);
        assertThat(socket.writes).isEqualTo(2);
        assertThat(socket.text()).isEqualTo(sent);
    }

    @Test
    void goesOnWhereAShortWriteStopped() throws IOException {
        String sent = send(room, "one ") + send(other, "two ") + send(room, "three");
        socket.takes = 5;
        queue.writeTo(socket, scratch);
        assertThat(queue.lags()).isTrue();
        assertThat(queue.bytes()).isEqualTo(sent.length() - 5);
        socket.takes = Integer.MAX_VALUE;
        sent += send(room, " four");
        queue.writeTo(socket, scratch);
        assertThat(socket.text()).isEqualTo(sent);
        assertThat(queue.lags()).isFalse();
    }

    @Test
    void canBeUsedAgainAfterAnyNumberOfRanges() throws IOException {
        StringBuilder sent = new StringBuilder();
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < round * 50; i++) {
                sent.append(send(i % 2 == 0 ? room : other, "round " + round + " line " + i));
            }
            socket.takes = round % 3 == 0 ? 700 : Integer.MAX_VALUE;
            queue.writeTo(socket, scratch);
            socket.takes = Integer.MAX_VALUE;
            queue.writeTo(socket, scratch);
            queue.clear();
            pool.endTurn();
        }
        assertThat(socket.text()).isEqualTo(sent.toString());
    }

    @Test
    void manyThatLagInOneRoomShareItsSegments() throws IOException {
        socket.takes = 0;
        send(room, "first");
        queue.writeTo(socket, scratch);
        for (int i = 0; i < 8; i++) {
            send(room, "x".repeat(SegmentPool.SEGMENT_BYTES));
        }
        assertThat(queue.ranges()).isEqualTo(9);
        assertThat(pool.inUse()).as("no copy was made").isEqualTo(9);
    }

    @Test
    void oneThatLagsDoesNotKeepManySegmentsForAFewBytesOfEach() throws IOException {
        socket.takes = 0;
        StringBuilder sent = new StringBuilder(send(room, "first"));
        queue.writeTo(socket, scratch);
        for (int i = 0; i < 500; i++) {
            sent.append(send(room, "line " + i + "\n"));
            room.append(ByteBuffer.allocate(SegmentPool.SEGMENT_BYTES)); // for somebody else
        }
        assertThat(queue.bytes()).isEqualTo(sent.length());
        room.close();
        assertThat(pool.inUse()).isLessThanOrEqualTo(4);
        socket.takes = Integer.MAX_VALUE;
        queue.writeTo(socket, scratch);
        assertThat(socket.text()).isEqualTo(sent.toString());
    }

    @Test
    void rangesOfOneTurnAreCopiedTogetherWhenTheSocketTakesThemNot() throws IOException {
        StringBuilder sent = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            sent.append(send(room, "line " + i + "\n"));
            room.append(ByteBuffer.allocate(SegmentPool.SEGMENT_BYTES));
        }
        assertThat(pool.inUse()).isGreaterThanOrEqualTo(100);
        socket.takes = 10;
        queue.writeTo(socket, scratch);
        room.close();
        assertThat(pool.inUse()).isEqualTo(1);
        assertThat(queue.ranges()).isEqualTo(1);
        socket.takes = Integer.MAX_VALUE;
        queue.writeTo(socket, scratch);
        assertThat(socket.text()).isEqualTo(sent.toString());
    }

    @Test
    void aRangeLongerThanASegmentIsCopiedInPieces() throws IOException {
        socket.takes = 0;
        String sent = send(room, "a") + send(other, "b");
        queue.writeTo(socket, scratch);
        sent += send(room, "c".repeat(3 * SegmentPool.SEGMENT_BYTES)) + send(other, "d");
        socket.takes = Integer.MAX_VALUE;
        queue.writeTo(socket, scratch);
        assertThat(socket.text()).isEqualTo(sent);
    }

    @Test
    void keepsTheOrderAndItsBoundWhateverIsSentAndTaken() throws IOException {
        Random random = new Random(20261121);
        for (int run = 0; run < 60; run++) {
            StringBuilder sent = new StringBuilder();
            Socket taker = new Socket();
            int limit = 0;
            for (int i = 0; i < 300; i++) {
                switch (random.nextInt(8)) {
                    case 0 -> {
                        taker.takes = random.nextInt(3) == 0 ? 100_000 : random.nextInt(700);
                        queue.writeTo(taker, scratch);
                    }
                    case 1 -> other.append(ByteBuffer.allocate(random.nextInt(70_000)));
                    default -> {
                        int length = random.nextInt(20) == 0 ? 30_000 : random.nextInt(200);
                        String text = ("" + (char) ('a' + i % 26)).repeat(length + 1);
                        sent.append(send(random.nextBoolean() ? room : other, text));
                    }
                }
                limit = Math.max(limit, queue.bytes());
                if (queue.lags()) {
                    assertThat(queue.ranges())
                            .isLessThanOrEqualTo(limit / SegmentPool.SEGMENT_BYTES + 4);
                }
            }
            taker.takes = Integer.MAX_VALUE;
            queue.writeTo(taker, scratch);
            assertThat(taker.text()).isEqualTo(sent.toString());
            queue.clear();
            pool.endTurn();
            assertThat(pool.inUse()).isZero();
        }
    }

    private String send(SegmentChain chain, String text) {
        chain.append(Peer.utf8(text));
        if (!queue.extend(chain.segment(), chain.start(), chain.end())) {
            queue.add(chain.segment(), chain.start(), chain.end());
        }
        return text;
    }

    /** Takes a given number of bytes in a write, and no more until it is told so again. */
    private static final class Socket implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int takes = Integer.MAX_VALUE;
        private int writes;

        @Override
        public int write(ByteBuffer from) {
            writes++;
            byte[] bytes = new byte[Math.min(takes, from.remaining())];
            from.get(bytes);
            taken.writeBytes(bytes);
            takes -= bytes.length;
            return bytes.length;
        }

        String text() {
            return taken.toString(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
