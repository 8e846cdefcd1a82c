package chat.snug.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of one audience are written, one behind the other, so that a reader's range grows
 * instead of being joined by a second one: one chain for each room and set of capabilities. A chain
 * holds a segment only from an append until its last reader has caught up. Belongs to the loop's
 * thread.
 */
public final class SegmentChain implements AutoCloseable {
    private final SegmentPool pool;
    private @Nullable Segment segment;
    private int start;
    private int end;
    private boolean mayBeIdle;

    public SegmentChain(SegmentPool pool) {
        this.pool = pool;
    }

    /**
     * Copies the bytes, all of them into one segment. Where they are is told by {@link #segment()},
     * {@link #start()} and {@link #end()} until the next append or the end of the turn.
     *
     * @param bytes what to write; its position does not move
     */
    public void append(ByteBuffer bytes) {
        room(bytes.remaining()).put(start, bytes);
    }

    /** Copies a range of another chain's segment. */
    void append(Segment from, int fromStart, int fromEnd) {
        from.copyTo(room(fromEnd - fromStart), start, fromStart, fromEnd);
    }

    /** The segment of the last append. */
    public Segment segment() {
        if (segment == null) {
            throw new IllegalStateException("nothing was appended in this turn");
        }
        return segment;
    }

    /** Where in the segment the last append begins. */
    public int start() {
        return start;
    }

    /** Where in the segment the last append ends. */
    public int end() {
        return end;
    }

    /** Lets go of the segment. A later append begins a new one. */
    @Override
    public void close() {
        if (segment != null) {
            Segment last = segment;
            segment = null;
            start = 0;
            end = 0;
            last.writer(null);
            last.release();
        }
    }

    private Segment room(int length) {
        if (segment == null || segment.capacity() - end < length) {
            close();
            segment = pool.take(length);
            segment.writer(this);
            readersGone();
        }
        start = end;
        end += length;
        return segment;
    }

    /** Nobody reads from the segment at the moment; somebody may before the turn is over. */
    void readersGone() {
        if (!mayBeIdle) {
            mayBeIdle = true;
            pool.mayBeIdle(this);
        }
    }

    void endTurn() {
        mayBeIdle = false;
        if (segment != null && segment.references() == 1) {
            close();
        }
    }
}
