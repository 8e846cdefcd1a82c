package chat.snug.net;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

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
    private long limit = Long.MAX_VALUE;

    SegmentPool segments() {
        return segments;
    }

    /** What all segments that are in use may take together. */
    void limit(long bytes) {
        limit = bytes;
    }

    boolean isFull() {
        return segments.bytesInUse() > limit;
    }

    /** Closes connections that lag, those with most bytes first, until there is enough memory. */
    void relieve(Set<SelectionKey> keys) {
        if (!isFull()) {
            return;
        }
        List<Connection> lagging = new ArrayList<>();
        for (SelectionKey key : keys) {
            if (key.attachment() instanceof Connection connection && connection.hasQueue()) {
                lagging.add(connection);
            }
        }
        lagging.sort(Comparator.comparingInt(Connection::queuedBytes).reversed());
        for (int i = 0; i < lagging.size() && isFull(); i++) {
            lagging.get(i).giveUp();
        }
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
