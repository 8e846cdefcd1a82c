package chat.snug.server.names;

import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerOptions;

/** Knows what names must not know, and is in a cycle: options know names. */
public final class PlantedViolation {
    private PlantedViolation() {}

    static ChatServer start(ServerOptions options) throws java.io.IOException {
        return ChatServer.start(options);
    }
}
