package chat.snug.net;

import java.nio.ByteBuffer;

/**
 * The memory that all connections of a loop read into, and how much of what was read is kept by
 * them because somebody has to wait. Belongs to the loop's thread.
 */
final class ReadMemory {
    private static final int READ_BYTES = 64 * 1024;

    /** So much is read at a time while much is kept: a line with tags and some more. */
    private static final int LITTLE_BYTES = 4 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private long limit = Long.MAX_VALUE;
    private long unread;

    void limit(long bytes) {
        limit = bytes;
    }

    /** A copy of what a handler has left unread, until it is let go of. */
    ByteBuffer keep(ByteBuffer rest) {
        ByteBuffer kept = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
        unread += kept.capacity();
        return kept;
    }

    void letGo(ByteBuffer kept) {
        unread -= kept.capacity();
    }

    /** What all connections keep together. */
    long unread() {
        return unread;
    }

    /** Empty, with as much room as there may be read now; valid until the next read. */
    ByteBuffer buffer() {
        return unread < limit ? buffer.clear() : buffer.clear().limit(LITTLE_BYTES);
    }
}
