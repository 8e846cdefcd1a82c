package chat.snug.web;

import chat.snug.protocol.Message;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** What no class of this package may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable Message otherPart;
    @Nullable X500Name libraryOfAnother;
}
