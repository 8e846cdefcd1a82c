package chat.snug.net;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments of one loop: those in use are counted, those given back are kept for the next who
 * asks, the warmest first. Belongs to the loop's thread.
 *
 * <p>A segment has 64 KiB: some 500 chat lines, so that its end (where a range cannot grow on and a
 * flush needs one more write) is rare, and a write of a whole segment fits the socket buffers of
 * all platforms; yet it is small enough to stay in a core's second-level cache while it goes to a
 * thousand sockets, and a reader that lags pins little. What is larger than that gets a segment of
 * its own, which is not kept.
 */
public final class SegmentPool {
    static final int SEGMENT_BYTES = 64 * 1024;

    /** 16 MiB of spare segments at most; what comes back beyond is left to the collector. */
    private static final int MAX_SPARE = 256;

    private final List<Segment> spare = new ArrayList<>();
    private final List<SegmentChain> idle = new ArrayList<>();
    private int inUse;
    private long bytesInUse;

    SegmentPool() {}

    /** How many segments are held by chains and queues. */
    public int inUse() {
        return inUse;
    }

    /** How much memory they take. */
    long bytesInUse() {
        return bytesInUse;
    }

    /** How many segments wait to be used again. */
    public int spare() {
        return spare.size();
    }

    /** A segment with room for so many bytes and one reference, which is the caller's. */
    Segment take(int bytes) {
        Segment segment =
                bytes > SEGMENT_BYTES
                        ? new Segment(this, bytes)
                        : spare.isEmpty() ? new Segment(this, SEGMENT_BYTES) : spare.removeLast();
        inUse++;
        bytesInUse += segment.capacity();
        segment.retain();
        return segment;
    }

    void giveBack(Segment segment) {
        inUse--;
        bytesInUse -= segment.capacity();
        if (segment.capacity() == SEGMENT_BYTES && spare.size() < MAX_SPARE) {
            spare.add(segment);
        }
    }

    /** This chain may have nobody left who reads from its segment. */
    void mayBeIdle(SegmentChain chain) {
        idle.add(chain);
    }

    /**
     * The end of a turn: chains that all their readers have caught up with let go of their segment,
     * so that a quiet room costs no memory and a busy one writes over the same warm bytes again.
     */
    void endTurn() {
        if (!idle.isEmpty()) {
            for (SegmentChain chain : idle) {
                chain.endTurn();
            }
            idle.clear();
        }
    }
}
