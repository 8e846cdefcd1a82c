package chat.snug.server.planted;

import chat.snug.client.ChatClient;
import org.jspecify.annotations.Nullable;

/** What no class of the server may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable ChatClient app;
}
