package chat.snug.net;

import chat.snug.protocol.Message;
import org.java_websocket.drafts.Draft;
import org.jspecify.annotations.Nullable;

/** What no class of this package may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable Message otherPart;
    @Nullable Draft library;
}
