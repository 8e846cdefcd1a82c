package chat.snug.client;

import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.MessageWriter;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open connection to a host: its bytes as messages, and messages as bytes. Once let go it tells
 * nothing any more, not even the rest of what was read at once. Belongs to the loop's thread.
 */
final class Wire implements ConnectionHandler, LineSink {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    /** Whom the link belongs to. */
    interface Listener {
        void received(Message message);

        /** A line came that is no message, or too long for one. */
        void malformed();

        /** More bytes without a line end than anybody has a reason to send. */
        void endless();

        /** The connection is gone, and not by {@link #letGo}. */
        void closed(CloseReason reason);
    }

    private final Connection connection;
    private final Listener listener;
    private final WireLog log;
    private final LineDecoder decoder = LineDecoder.ofServer(Limits.defaults());
    private final MessageWriter writer = new MessageWriter();
    private boolean released;
    private boolean paused;

    Wire(Connection connection, Listener listener, WireLog log) {
        this.connection = connection;
        this.listener = listener;
        this.log = log;
    }

    void send(Message message) {
        if (!released) {
            ByteBuffer line = writer.write(message);
            log.sent(line);
            connection.send(line);
        }
    }

    /** Closes; with {@code flush} what was sent before still leaves. */
    void letGo(boolean flush) {
        released = true;
        if (flush) {
            connection.closeAfterFlush(CloseReason.LOCAL_CLOSE);
        } else {
            connection.close(CloseReason.LOCAL_CLOSE);
        }
    }

    /**
     * Lets the host wait: nothing is told until {@link #resume()}, beginning with the next line.
     */
    void pause() {
        if (!released) {
            paused = true;
            connection.pauseReading();
        }
    }

    /** Reads again, where it was left. */
    void resume() {
        if (!released && paused) {
            paused = false;
            connection.resumeReading();
        }
    }

    boolean paused() {
        return paused;
    }

    /** The loop's time when the host was heard last. */
    long lastReceivedNanos() {
        return connection.lastReceivedNanos();
    }

    @Override
    public void received(Connection from, ByteBuffer bytes) {
        if (!released && !paused) {
            decoder.decode(bytes, this);
        }
        if (released) {
            bytes.position(bytes.limit());
        }
    }

    @Override
    public boolean line(ByteBuffer line) {
        log.received(line);
        try {
            listener.received(MessageParser.parse(line));
        } catch (MalformedMessageException e) {
            LOG.debug("{}: not a message: {}", connection.remoteAddress(), e.getMessage());
            listener.malformed();
        }
        return !released && !paused;
    }

    @Override
    public void refused(LineError error) {
        LOG.debug("{}: {}", connection.remoteAddress(), error);
        if (released) {
            return;
        }
        switch (error) {
            case TOO_LONG, TAGS_TOO_LONG, INVALID_UTF8 -> listener.malformed();
            case ENDLESS -> listener.endless();
        }
    }

    @Override
    public void closed(Connection gone, CloseReason reason) {
        if (!released) {
            released = true;
            listener.closed(reason);
        }
    }
}
