package chat.snug.web;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.LimitExceededException;

/**
 * Cuts what comes into frames of a client (RFC 6455, section 5.2), one at a time, so that whoever
 * reads them can stop behind each. What is longer than allowed is refused by its header, before
 * memory is taken for it, and so is what is not masked (section 5.1).
 */
final class FrameBuffer {
    private static final int FIRST_BYTES = 128;
    private static final int KEPT_BYTES = 2048;
    private static final int FIXED_BYTES = 2;
    private static final int MASK_BYTES = 4;
    private static final int MASKED = 0x80;
    private static final int LENGTH_BITS = 0x7F;
    private static final int LENGTH_IN_2_BYTES = 126;
    private static final int LENGTH_IN_8_BYTES = 127;

    private final int maxPayload;
    private byte[] bytes = new byte[0];
    private int length;

    FrameBuffer(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /** Takes what belongs to the next frame. Returns whether the frame is whole. */
    boolean fill(ByteBuffer from) throws InvalidDataException {
        while (true) {
            int needed = needed();
            int taken = Math.min(needed - length, from.remaining());
            if (length + taken > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + taken, FIRST_BYTES));
            }
            from.get(bytes, length, taken);
            length += taken;
            if (length < needed) {
                return false;
            }
            if (needed() == needed) {
                return true;
            }
        }
    }

    /** The frame that is whole, valid until the next one is filled. */
    ByteBuffer take() {
        ByteBuffer frame = ByteBuffer.wrap(bytes, 0, length);
        length = 0;
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[0];
        }
        return frame;
    }

    /** How many bytes the frame has, as far as that can be told yet. */
    private int needed() throws InvalidDataException {
        if (length < FIXED_BYTES) {
            return FIXED_BYTES;
        }
        if ((bytes[1] & MASKED) == 0) {
            throw new InvalidFrameException("a client's frame must be masked");
        }
        int shortLength = bytes[1] & LENGTH_BITS;
        int lengthBytes =
                switch (shortLength) {
                    case LENGTH_IN_2_BYTES -> Short.BYTES;
                    case LENGTH_IN_8_BYTES -> Long.BYTES;
                    default -> 0;
                };
        int header = FIXED_BYTES + lengthBytes + MASK_BYTES;
        if (length < header) {
            return header;
        }
        long payload = lengthBytes == 0 ? shortLength : number(lengthBytes);
        if (payload < 0 || payload > maxPayload) {
            throw new LimitExceededException("the message is too long", maxPayload);
        }
        return header + (int) payload;
    }

    private long number(int count) {
        long number = 0;
        for (int i = FIXED_BYTES; i < FIXED_BYTES + count; i++) {
            number = number << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return number;
    }
}
