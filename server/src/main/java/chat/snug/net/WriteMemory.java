package chat.snug.net;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory that all connections of a loop write from: shared, because only those that have
 * something to write need any. Belongs to the loop's thread.
 */
final class WriteMemory {
    private static final int SCRATCH_BYTES = 64 * 1024;

    /** So many queues are kept for the next turn: 12 MiB, if all have had a ring of full size. */
    private static final int MAX_SPARE_QUEUES = 4096;

    private final SegmentPool segments = new SegmentPool();
    private final SegmentChain unicast = new SegmentChain(segments);
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
    private final List<OutboundQueue> spareQueues = new ArrayList<>();

    SegmentPool segments() {
        return segments;
    }

    /** Where bytes for a single connection are copied to. */
    SegmentChain unicast() {
        return unicast;
    }

    /** Where the short ranges of one write are gathered. */
    ByteBuffer scratch() {
        return scratch;
    }

    OutboundQueue takeQueue() {
        return spareQueues.isEmpty() ? new OutboundQueue(segments) : spareQueues.removeLast();
    }

    void giveBack(OutboundQueue queue) {
        queue.clear();
        if (spareQueues.size() < MAX_SPARE_QUEUES) {
            spareQueues.add(queue);
        }
    }
}
