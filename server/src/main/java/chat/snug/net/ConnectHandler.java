package chat.snug.net;

import org.jspecify.annotations.Nullable;

/**
 * Told how an attempt to connect ended: exactly one of {@link #connected} and {@link #failed}
 * comes, on the loop's thread and never from inside {@link SelectorLoop#connect}.
 */
public interface ConnectHandler {
    /** Where the connection is to be encrypted: somebody is there, the handshake begins. */
    default void answered() {}

    /**
     * There is a connection.
     *
     * @return who handles its bytes, or null to turn it away as an {@link AcceptHandler} does
     */
    @Nullable ConnectionHandler connected(Connection connection);

    /** There is no connection. */
    void failed(ConnectFailure why);
}
