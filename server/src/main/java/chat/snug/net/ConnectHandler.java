package chat.snug.net;

/**
 * Told how an attempt to connect ended: exactly one of the two calls comes, on the loop's thread
 * and never from inside {@link SelectorLoop#connect}.
 */
public interface ConnectHandler {
    /**
     * The peer answered.
     *
     * @return who handles its bytes
     */
    ConnectionHandler connected(Connection connection);

    /** There is no connection. */
    void failed(ConnectFailure why);
}
