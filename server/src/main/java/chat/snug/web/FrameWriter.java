package chat.snug.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.DataFrame;
import org.java_websocket.framing.FramedataImpl1;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.framing.TextFrame;

/** Writes the frames of a server, which are not masked. Used by one thread at a time. */
public final class FrameWriter {
    /** Control frames hold 125 bytes, two of which are the code (RFC 6455, section 5.5.1). */
    private static final int MAX_REASON_BYTES = 123;

    private final Draft_6455 draft = new Draft_6455();

    public FrameWriter() {
        draft.setParseMode(Role.SERVER);
    }

    /**
     * A line as one message: no line end is part of it.
     *
     * @param line with or without its line end, UTF-8; its position does not move
     */
    public ByteBuffer line(FrameType type, ByteBuffer line) {
        int end = line.limit();
        while (end > line.position() && isLineEnd(line.get(end - 1))) {
            end--;
        }
        DataFrame frame = type == FrameType.TEXT ? new TextFrame() : new BinaryFrame();
        return write(frame, line.slice(line.position(), end - line.position()));
    }

    /** The answer to a ping, with the same data. */
    ByteBuffer pong(ByteBuffer data) {
        return write(new PongFrame(), data);
    }

    /**
     * The last frame of a connection.
     *
     * @param code why, see RFC 6455, section 7.4.1
     */
    ByteBuffer close(int code, String reason) {
        CloseFrame frame = new CloseFrame();
        frame.setCode(code);
        frame.setReason(
                reason.getBytes(StandardCharsets.UTF_8).length <= MAX_REASON_BYTES ? reason : "");
        return draft.createBinaryFrame(frame);
    }

    private ByteBuffer write(FramedataImpl1 frame, ByteBuffer payload) {
        frame.setPayload(payload);
        return draft.createBinaryFrame(frame);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
