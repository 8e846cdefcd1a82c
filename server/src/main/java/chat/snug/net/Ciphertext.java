package chat.snug.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * What is on the socket of an encrypted connection, after what was read from it before. It gives no
 * more records (RFC 8446, section 5.1) than it was told to, and one at a time, so that whoever
 * decrypts them can stop behind each: a record may be small, hold nothing and be work all the same.
 * The others stay on the socket. Belongs to the loop's thread.
 */
final class Ciphertext implements ByteChannel {
    private static final int HEADER_BYTES = 5;
    private static final int LENGTH_BITS = 0xFFFF;

    private final ByteChannel socket;
    private @Nullable ByteBuffer first;

    /** How many bytes were given of the header of this record, 0 between two of them. */
    private int header;

    /** The end of the header so far, which is the length of what follows. */
    private int length;

    private int allowed;
    private boolean heldBack;
    private boolean heard;

    /**
     * @param first what was read already, or null
     */
    Ciphertext(ByteChannel socket, @Nullable ByteBuffer first) {
        this.socket = socket;
        this.first = first;
    }

    /** From here on so many records may be begun, and no more. */
    void allow(int records) {
        allowed = records;
        heldBack = false;
    }

    /** One record may be given, the rest of the last one if that has not come whole. */
    void allowOne() {
        allow(header == 0 ? 1 : 0);
    }

    /** Whether more was asked for since then than was allowed. */
    boolean hasHeldBack() {
        return heldBack;
    }

    /** Whether anything at all has come of the peer. */
    boolean heard() {
        return heard;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        if (header == 0 && allowed == 0) {
            heldBack = true;
            return 0;
        }
        int from = bytes.position();
        int limit = bytes.limit();
        int wanted = header < HEADER_BYTES ? HEADER_BYTES - header : length;
        bytes.limit(Math.min(limit, from + wanted));
        try {
            int count = first == null ? socket.read(bytes) : readAgain(first, bytes);
            heard |= count > 0;
            gave(bytes, from);
            return count;
        } finally {
            bytes.limit(limit);
        }
    }

    private int readAgain(ByteBuffer before, ByteBuffer bytes) {
        int count = Math.min(before.remaining(), bytes.remaining());
        bytes.put(before.slice(before.position(), count));
        before.position(before.position() + count);
        if (!before.hasRemaining()) {
            first = null;
        }
        return count;
    }

    /** Looks where in the record what was given ends. */
    private void gave(ByteBuffer bytes, int from) {
        if (header == 0 && bytes.position() > from) {
            allowed--;
        }
        int at = from;
        while (header < HEADER_BYTES && at < bytes.position()) {
            length = ((length << Byte.SIZE) | (bytes.get(at++) & 0xFF)) & LENGTH_BITS;
            header++;
        }
        length -= bytes.position() - at;
        if (header == HEADER_BYTES && length == 0) {
            header = 0;
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return socket.write(bytes);
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() {
        SelectorLoop.closeQuietly(socket);
    }
}
