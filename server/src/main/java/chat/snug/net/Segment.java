package chat.snug.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of encoded bytes that many connections send from. A {@link SegmentChain} writes it once
 * and from front to back; queues hold ranges of what is written and never change it. References are
 * counted in a plain int, because only the loop's thread touches segments; the last one to let go
 * gives the segment back to its pool.
 */
public final class Segment {
    private final SegmentPool pool;
    private final ByteBuffer bytes;

    /** The same memory, with a position and a limit that are free to move. */
    private final ByteBuffer view;

    private int references;
    private @Nullable SegmentChain writer;

    Segment(SegmentPool pool, int capacity) {
        this.pool = pool;
        this.bytes = ByteBuffer.allocateDirect(capacity);
        this.view = bytes.duplicate();
    }

    int capacity() {
        return bytes.capacity();
    }

    /** Copies all of {@code from}, whose position stays, to a place that nobody has a range of. */
    void put(int at, ByteBuffer from) {
        bytes.put(at, from, from.position(), from.remaining());
    }

    /** Copies a range to another segment. */
    void copyTo(Segment other, int at, int start, int end) {
        other.bytes.put(at, bytes, start, end - start);
    }

    /** Copies a range to a buffer, behind its position, which moves. */
    void copyTo(ByteBuffer other, int start, int end) {
        int at = other.position();
        other.put(at, bytes, start, end - start);
        other.position(at + end - start);
    }

    /** The range as a buffer for one write; valid until the next call. */
    ByteBuffer view(int start, int end) {
        return view.limit(end).position(start);
    }

    int references() {
        return references;
    }

    /** Sets who writes here: its reference is the one that does not count as a reader's. */
    void writer(@Nullable SegmentChain chain) {
        writer = chain;
    }

    void retain() {
        references++;
    }

    void release() {
        references--;
        assert references >= 0 : "released more often than retained";
        if (references == 0) {
            pool.giveBack(this);
        } else if (references == 1 && writer != null) {
            writer.readersGone();
        }
    }
}
