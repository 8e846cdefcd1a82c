package chat.snug.net;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one connection still has to write: ranges of segments that it shares with other connections.
 * Belongs to the loop's thread. What the write path guarantees:
 *
 * <ol>
 *   <li>Bytes leave in the order in which they were sent, whether shared or copied; each once.
 *   <li>A delivery of shared bytes copies nothing and allocates nothing. A range right behind the
 *       tail makes the tail longer; so somebody in one busy room has one range.
 *   <li>What was sent in a turn is written once, at its end, unless the queue reaches its limit (or
 *       {@value #MAX_RANGES} ranges) before: then it is written at once.
 *   <li>One range is one write straight from the segment. Several short ones are gathered in the
 *       loop's scratch buffer and leave in one write.
 *   <li>The connection asks to be told when it is writable only while a write stayed short (it
 *       <em>lags</em>).
 *   <li>The queue is bounded in bytes. Only a connection whose socket takes no more goes beyond its
 *       limit; it is closed with {@link CloseReason#SEND_QUEUE_FULL} at the end of the turn, and no
 *       other connection notices.
 *   <li>A connection that lags holds on to no more memory than its limit and four segments: where
 *       its ranges would be thinner spread over shared segments than that, they are copied to a
 *       chain of its own. So a thousand readers stalled at the same place share the same segments,
 *       and one who waits for a few bytes of each of many segments does not keep them all.
 *   <li>A connection with nothing to write has no queue: queues are taken from the loop when
 *       something is sent and given back when it is written.
 * </ol>
 */
final class OutboundQueue {
    /** So many ranges are worth a write of their own. */
    static final int MAX_RANGES = 256;

    /** A range as long as this is written alone: copying it would cost more than a write does. */
    private static final int LONG_RANGE = 16 * 1024;

    /** A lagging queue may have so many ranges more than its bytes fill segments. */
    private static final int SPARE_RANGES = 2;

    private final SegmentPool pool;
    private @Nullable Segment tail;
    private int tailStart;
    private int tailEnd;
    private int bytes;
    private boolean lags;

    /** The ranges before the tail, oldest at {@code first}; there are none in the common case. */
    private @Nullable Segment[] ring = new @Nullable Segment[0];

    private long[] bounds = new long[0];
    private int first;
    private int count;

    /** Where a lagging connection's thin ranges are copied to. */
    private @Nullable SegmentChain own;

    OutboundQueue(SegmentPool pool) {
        this.pool = pool;
    }

    int bytes() {
        return bytes;
    }

    int ranges() {
        return tail == null ? 0 : count + 1;
    }

    /** Whether the last write stayed short. */
    boolean lags() {
        return lags;
    }

    /** Whether there are so many ranges that they should be written before the turn ends. */
    boolean isFull() {
        return count >= MAX_RANGES - 1;
    }

    /** Makes the last range longer if this one lies right behind it. */
    boolean extend(Segment segment, int start, int end) {
        if (segment == tail && start == tailEnd) {
            tailEnd = end;
            bytes += end - start;
            return true;
        }
        return false;
    }

    /** Adds a range that does not extend the last one. */
    void add(Segment segment, int start, int end) {
        if (lags && ranges() > bytes / SegmentPool.SEGMENT_BYTES + SPARE_RANGES - 1) {
            copy(segment, start, end);
        } else {
            share(segment, start, end);
        }
    }

    private void share(Segment segment, int start, int end) {
        if (tail != null) {
            push(tail, tailStart, tailEnd);
        }
        segment.retain();
        tail = segment;
        tailStart = start;
        tailEnd = end;
        bytes += end - start;
    }

    private void copy(Segment segment, int start, int end) {
        if (own == null) {
            own = new SegmentChain(pool);
        }
        int from = start;
        while (from < end) {
            int length = Math.min(end - from, SegmentPool.SEGMENT_BYTES);
            own.append(segment, from, from + length);
            if (!extend(own.segment(), own.start(), own.end())) {
                share(own.segment(), own.start(), own.end());
            }
            from += length;
        }
    }

    /** A write stayed short: ranges that are too thin are copied together. */
    private void compact() {
        int ranges = ranges();
        if (ranges <= bytes / SegmentPool.SEGMENT_BYTES + SPARE_RANGES) {
            return;
        }
        // All ranges go once around: each leaves at the front and comes back, copied, at the end.
        Segment last = requireNonNull(tail);
        push(last, tailStart, tailEnd);
        tail = null;
        bytes = 0;
        for (int i = 0; i < ranges; i++) {
            Segment segment = segmentAt(first);
            long bound = bounds[first];
            segment.retain();
            pop();
            copy(segment, startOf(bound), endOf(bound));
            segment.release();
        }
    }

    /**
     * Writes until nothing is left or the channel takes no more; then this queue lags.
     *
     * @param scratch where short ranges are gathered
     */
    void writeTo(WritableByteChannel channel, ByteBuffer scratch) throws IOException {
        lags = false;
        while (bytes > 0) {
            ByteBuffer next = count == 0 ? tailView() : firstView(scratch);
            int wanted = next.remaining();
            int written = channel.write(next);
            consume(written);
            if (written < wanted) {
                lags = true;
                compact();
                return;
            }
        }
    }

    /** Lets go of everything; a ring of the usual size stays for the next use. */
    void clear() {
        while (count > 0) {
            pop();
        }
        if (tail != null) {
            tail.release();
            tail = null;
        }
        bytes = 0;
        lags = false;
        if (own != null) {
            own.close();
            own = null;
        }
        first = 0;
        if (ring.length > MAX_RANGES) {
            ring = new @Nullable Segment[0];
            bounds = new long[0];
        }
    }

    private ByteBuffer tailView() {
        return requireNonNull(tail).view(tailStart, tailEnd);
    }

    private ByteBuffer firstView(ByteBuffer scratch) {
        long bound = bounds[first];
        if (endOf(bound) - startOf(bound) >= LONG_RANGE) {
            return segmentAt(first).view(startOf(bound), endOf(bound));
        }
        scratch.clear();
        for (int i = 0; i < count; i++) {
            int at = (first + i) & (ring.length - 1);
            if (!gather(scratch, segmentAt(at), startOf(bounds[at]), endOf(bounds[at]))) {
                return scratch.flip();
            }
        }
        gather(scratch, requireNonNull(tail), tailStart, tailEnd);
        return scratch.flip();
    }

    /** Copies what there is room for; whether that was all. */
    private static boolean gather(ByteBuffer scratch, Segment segment, int start, int end) {
        int length = Math.min(end - start, scratch.remaining());
        segment.copyTo(scratch, start, start + length);
        return length == end - start;
    }

    private void consume(int written) {
        bytes -= written;
        int left = written;
        while (count > 0) {
            int start = startOf(bounds[first]);
            int end = endOf(bounds[first]);
            if (left < end - start) {
                bounds[first] = pack(start + left, end);
                return;
            }
            left -= end - start;
            pop();
        }
        tailStart += left;
        if (tailStart == tailEnd && tail != null) {
            tail.release();
            tail = null;
        }
    }

    private void push(Segment segment, int start, int end) {
        if (count == ring.length) {
            grow();
        }
        int at = (first + count) & (ring.length - 1);
        ring[at] = segment;
        bounds[at] = pack(start, end);
        count++;
    }

    private void pop() {
        segmentAt(first).release();
        ring[first] = null;
        first = (first + 1) & (ring.length - 1);
        count--;
    }

    private void grow() {
        int length = Math.max(4, ring.length * 2);
        @Nullable Segment[] segments = Arrays.copyOfRange(ring, first, first + length);
        long[] ranges = Arrays.copyOfRange(bounds, first, first + length);
        System.arraycopy(ring, 0, segments, ring.length - first, first);
        System.arraycopy(bounds, 0, ranges, ring.length - first, first);
        ring = segments;
        bounds = ranges;
        first = 0;
    }

    private Segment segmentAt(int at) {
        return requireNonNull(ring[at]);
    }

    private static long pack(int start, int end) {
        return (long) start << 32 | end;
    }

    private static int startOf(long bound) {
        return (int) (bound >>> 32);
    }

    private static int endOf(long bound) {
        return (int) bound;
    }
}
