package chat.snug.protocol;

import java.nio.ByteBuffer;

/** Takes the lines that a {@link LineDecoder} finds, in order and in the decoder's thread. */
public interface LineSink {
    /**
     * One line that is not empty, without its line end, valid UTF-8, from the position to the limit
     * of the buffer. The buffer is the decoder's: it is valid during the call only.
     *
     * @return false to pause: {@link LineDecoder#decode} returns and leaves what follows unread
     */
    boolean line(ByteBuffer line);

    /** A line was left out. It is told once, as soon as it is known. */
    void refused(LineError error);

    /**
     * Nothing was said: a line was empty, or was {@link #refused} or the rest of one that was. Who
     * counts what comes counts this too.
     *
     * @return false to pause, as {@link #line}
     */
    default boolean nothing() {
        return true;
    }

    /**
     * A line is not UTF-8. What can be read of it says what it was meant to be. If this is not
     * implemented the line is {@link #refused}.
     *
     * @param line the bytes as they came, valid during the call only
     * @return false to pause, as {@link #line}
     */
    default boolean notUtf8(ByteBuffer line) {
        refused(LineError.INVALID_UTF8);
        return true;
    }
}
