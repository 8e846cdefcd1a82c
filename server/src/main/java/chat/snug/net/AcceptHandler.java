package chat.snug.net;

import org.jspecify.annotations.Nullable;

/** Decides what becomes of a connection that came in. Called on the loop's thread. */
@FunctionalInterface
public interface AcceptHandler {
    /**
     * A peer has connected.
     *
     * @return who handles its bytes, or null to turn it away: what was sent to it during the call
     *     is flushed, then it is closed, and nobody is told
     */
    @Nullable ConnectionHandler accepted(Connection connection);
}
