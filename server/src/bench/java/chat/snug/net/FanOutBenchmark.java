package chat.snug.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a delivery costs besides the kernel: lines of one room as ranges in a thousand queues, and
 * the write of each queue at the end of the turn, to a channel that takes all. An operation is one
 * delivery.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FanOutBenchmark {
    private static final int MEMBERS = 1000;
    private static final int BURST = 32;

    private final WriteMemory memory = new WriteMemory();
    private final SegmentChain room = new SegmentChain(memory.segments());
    private final OutboundQueue[] queues = new OutboundQueue[MEMBERS];
    private final WritableByteChannel sink = new Sink();
    private final ByteBuffer line =
            ByteBuffer.wrap(
                    (":anna!~anna@192.168.1.20 PRIVMSG #lobby :" + "x".repeat(64) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

    /** A turn with one message: the queue of each member is taken, written and given back. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int oneMessageATurn() throws IOException {
        return turn(1);
    }

    /** A turn in which 32 messages come: each member's range grows. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS * BURST)
    public int burstInATurn() throws IOException {
        return turn(BURST);
    }

    private int turn(int messages) throws IOException {
        for (int member = 0; member < MEMBERS; member++) {
            queues[member] = memory.takeQueue();
        }
        for (int message = 0; message < messages; message++) {
            room.append(line);
            for (OutboundQueue queue : queues) {
                if (!queue.extend(room.segment(), room.start(), room.end())) {
                    queue.add(room.segment(), room.start(), room.end());
                }
            }
        }
        int left = 0;
        for (OutboundQueue queue : queues) {
            queue.writeTo(sink, memory.scratch());
            left += queue.bytes();
            memory.giveBack(queue);
        }
        memory.segments().endTurn();
        return left;
    }

    /** Takes everything at once, as a socket with room does, without a system call. */
    private static final class Sink implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            bytes.position(bytes.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
