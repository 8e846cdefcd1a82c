package chat.snug.keyring;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What no class of this package may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable Node screen;
}
