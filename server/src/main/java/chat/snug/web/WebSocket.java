package chat.snug.web;

import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a connection and whoever reads its lines: each message of the client is handed on
 * as one line that ends in LF.
 *
 * <pre>
 *   OPENING ──a right request──► OPEN ──close frame, broken protocol, hangUp──► ENDING
 *      └──────────── a wrong request, hangUp ─────────────────────────────────────┘
 * </pre>
 *
 * Line ends around a message are left out and those inside become spaces, for a message is one line
 * (IRCv3 WebSocket support). Belongs to the loop's thread.
 */
public final class WebSocket implements ConnectionHandler {
    private enum State {
        OPENING,
        OPEN,
        ENDING
    }

    private static final byte[] END_OF_REQUEST = {'\r', '\n', '\r', '\n'};
    private static final int FIRST_BYTES = 512;

    private final Connection connection;
    private final Set<String> origins;
    private final int maxMessage;
    private final FrameWriter writer = new FrameWriter();
    private final FrameBuffer frames;
    private State state = State.OPENING;
    private byte[] request = new byte[FIRST_BYTES];
    private int requestLength;
    private @Nullable Draft_6455 draft;
    private @Nullable ConnectionHandler lines;
    private @Nullable Consumer<FrameType> opened;

    /** What came of a message in fragments; null between messages. */
    private @Nullable ByteArrayOutputStream fragments;

    private boolean fragmentsAreText;

    /**
     * Takes over a connection that was just accepted.
     *
     * @param maxMessage how many bytes one message may hold, more ends the connection
     * @param origins of which pages' scripts may connect, in lower case; empty for any
     */
    public WebSocket(Connection connection, int maxMessage, Set<String> origins) {
        this.connection = connection;
        this.maxMessage = maxMessage;
        this.origins = origins;
        this.frames = new FrameBuffer(maxMessage);
    }

    /**
     * Says who reads.
     *
     * @param reader gets the lines, and is told of the end
     * @param whenOpened is told, before the first line, in which frames the client wants lines
     */
    public void handTo(ConnectionHandler reader, Consumer<FrameType> whenOpened) {
        lines = reader;
        opened = whenOpened;
    }

    /**
     * Turns the client away before anything was said.
     *
     * @param later whether it may try again later, because there are too many now; else it must not
     *     come this way
     */
    public void turnAway(boolean later) {
        refuse(Handshake.refused(later ? "503 Service Unavailable" : "403 Forbidden"));
    }

    /** Whether frames can be sent: the handshake is done and nobody has said goodbye. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Says goodbye in the words of the protocol, and closes after what is queued. */
    public void hangUp(CloseReason reason) {
        switch (state) {
            case OPENING -> connection.send(Handshake.refused("408 Request Timeout").response());
            case OPEN ->
                    connection.send(
                            writer.close(
                                    reason == CloseReason.SHUTDOWN
                                            ? CloseFrame.GOING_AWAY
                                            : CloseFrame.NORMAL,
                                    reason.phrase()));
            case ENDING -> {
                // it was said already
            }
        }
        end(reason);
    }

    @Override
    public void received(Connection from, ByteBuffer bytes) {
        boolean yielded = connection.yields();
        try {
            while (bytes.hasRemaining()
                    && state != State.ENDING
                    && !connection.isPaused()
                    && connection.yields() == yielded) {
                if (state == State.OPENING) {
                    open(bytes);
                } else if (frames.fill(bytes)) {
                    take(frames.take());
                }
            }
        } catch (InvalidDataException e) {
            fail(e.getCloseCode());
        }
        if (state == State.ENDING) {
            bytes.position(bytes.limit());
        }
    }

    @Override
    public void receivedNothing(Connection from) {
        if (lines != null && state != State.ENDING) {
            lines.receivedNothing(from);
        }
    }

    @Override
    public void closed(Connection ended, CloseReason reason) {
        state = State.ENDING;
        if (lines != null) {
            lines.closed(ended, reason);
        }
    }

    // ---- the handshake

    private void open(ByteBuffer bytes) {
        while (bytes.hasRemaining() && !requestIsWhole()) {
            if (requestLength == Handshake.MAX_BYTES) {
                refuse(Handshake.refused("431 Request Header Fields Too Large"));
                return;
            }
            if (requestLength == request.length) {
                request = Arrays.copyOf(request, 2 * requestLength);
            }
            request[requestLength++] = bytes.get();
        }
        if (requestIsWhole()) {
            ByteBuffer whole = ByteBuffer.wrap(request, 0, requestLength);
            request = new byte[0];
            switch (Handshake.answer(whole, origins, maxMessage)) {
                case Handshake.Refused refused -> refuse(refused);
                case Handshake.Accepted accepted -> {
                    connection.send(accepted.response());
                    draft = accepted.draft();
                    state = State.OPEN;
                    if (opened != null) {
                        opened.accept(accepted.type());
                    }
                }
            }
        }
    }

    private boolean requestIsWhole() {
        int from = requestLength - END_OF_REQUEST.length;
        return from >= 0
                && Arrays.equals(
                        request, from, requestLength, END_OF_REQUEST, 0, END_OF_REQUEST.length);
    }

    private void refuse(Handshake.Refused refused) {
        connection.send(refused.response());
        end(CloseReason.REFUSED);
    }

    // ---- frames

    private void take(ByteBuffer bytes) throws InvalidDataException {
        if (draft == null) {
            throw new IllegalStateException("a frame before the handshake");
        }
        for (Framedata frame : frames(draft, bytes)) {
            ByteBuffer data = frame.getPayloadData();
            switch (frame.getOpcode()) {
                case TEXT, BINARY -> begin(frame, data);
                case CONTINUOUS -> goOn(frame, data);
                case PING -> {
                    connection.send(writer.pong(data));
                    nothing();
                }
                case PONG -> nothing();
                case CLOSING -> {
                    connection.send(writer.close(CloseFrame.NORMAL, ""));
                    end(CloseReason.CLOSED_BY_PEER);
                }
            }
        }
    }

    /** The library fails otherwise than it says at a goodbye whose reason is not UTF-8. */
    private static List<Framedata> frames(Draft_6455 draft, ByteBuffer bytes)
            throws InvalidDataException {
        try {
            return draft.translateFrame(bytes);
        } catch (RuntimeException e) {
            throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, e);
        }
    }

    private void begin(Framedata frame, ByteBuffer data) throws InvalidDataException {
        if (fragments != null) {
            throw new InvalidDataException(
                    CloseFrame.PROTOCOL_ERROR, "the message before has no end");
        }
        boolean isText = frame.getOpcode() == Opcode.TEXT;
        if (frame.isFin()) {
            message(bytesOf(data), isText);
        } else {
            fragments = new ByteArrayOutputStream();
            fragments.writeBytes(bytesOf(data));
            fragmentsAreText = isText;
            nothing();
        }
    }

    private void goOn(Framedata frame, ByteBuffer data) throws InvalidDataException {
        ByteArrayOutputStream before = fragments;
        if (before == null) {
            throw new InvalidDataException(
                    CloseFrame.PROTOCOL_ERROR, "there is no message to go on with");
        }
        if (before.size() + data.remaining() > maxMessage) {
            throw new InvalidDataException(CloseFrame.TOOBIG, "the message is too long");
        }
        before.writeBytes(bytesOf(data));
        if (frame.isFin()) {
            fragments = null;
            message(before.toByteArray(), fragmentsAreText);
        } else {
            nothing();
        }
    }

    private void message(byte[] bytes, boolean isText) throws InvalidDataException {
        if (isText) {
            checkUtf8(bytes);
        }
        int start = 0;
        int end = bytes.length;
        while (end > start && isLineEnd(bytes[end - 1])) {
            end--;
        }
        while (start < end && isLineEnd(bytes[start])) {
            start++;
        }
        if (start == end) {
            nothing();
            return;
        }
        if (lines == null) {
            return;
        }
        byte[] line = Arrays.copyOfRange(bytes, start, end + 1);
        for (int i = 0; i < line.length; i++) {
            if (isLineEnd(line[i])) {
                line[i] = ' ';
            }
        }
        line[end - start] = '\n';
        lines.received(connection, ByteBuffer.wrap(line));
    }

    /** Nothing was said, or not to its end; whoever reads the lines counts that too. */
    private void nothing() {
        if (lines != null && state == State.OPEN) {
            lines.received(connection, ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /** What is called text and is none ends the connection (RFC 6455, section 8.1). */
    private static void checkUtf8(byte[] bytes) throws InvalidDataException {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException _) {
            throw new InvalidDataException(CloseFrame.NO_UTF8, "the text is not UTF-8");
        }
    }

    private static byte[] bytesOf(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }

    // ---- the end

    private void fail(int code) {
        connection.send(writer.close(code, ""));
        end(CloseReason.PROTOCOL_ERROR);
    }

    private void end(CloseReason reason) {
        state = State.ENDING;
        fragments = null;
        connection.closeAfterFlush(reason);
    }
}
