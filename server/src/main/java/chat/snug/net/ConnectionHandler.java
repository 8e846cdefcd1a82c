package chat.snug.net;

import java.nio.ByteBuffer;

/**
 * What is done with the bytes of one connection. All calls come from the loop's thread. What a
 * handler throws closes its connection with {@link CloseReason#HANDLER_FAILED} and nothing else.
 */
public interface ConnectionHandler {
    /**
     * Bytes have come.
     *
     * <p>The handler reads the buffer to its end, or it pauses reading ({@link
     * Connection#pauseReading()}) and leaves the rest: the rest is kept and comes again, before
     * anything newer, after {@link Connection#resumeReading()}. A handler that neither reads nor
     * pauses has failed.
     *
     * @param bytes what has come, valid during the call only
     */
    void received(Connection connection, ByteBuffer bytes);

    /**
     * Something has come that holds no bytes and is work nevertheless, as an encrypted record may
     * be. Whoever counts what comes counts this too; hardly any honest peer sends it.
     */
    default void receivedNothing(Connection connection) {}

    /**
     * The connection has ended. Called exactly once, at the end of a turn of the loop and never
     * from inside {@code send} or {@code close}; bytes sent to other connections from here still
     * leave in this turn.
     */
    void closed(Connection connection, CloseReason reason);
}
