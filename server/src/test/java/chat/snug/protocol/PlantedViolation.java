package chat.snug.protocol;

import chat.snug.net.NanoClock;
import chat.snug.server.Main;
import org.jspecify.annotations.Nullable;

/** What no class of this package may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable NanoClock otherPart;
    @Nullable Main partAbove;
    @Nullable Thread thread;
}
