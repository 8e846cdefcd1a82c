package chat.snug.trust;

import chat.snug.key.Fingerprint;
import java.time.Instant;

/** How a host proved who it is when it was met first. Nothing less is taken from it later. */
public sealed interface KnownHost {
    /** When it was met first. */
    Instant since();

    /**
     * By a key of its own.
     *
     * @param invited whether an invite named it then
     * @param checked whether the person has compared the four words with the host
     */
    record ByKey(Fingerprint key, Instant since, boolean invited, boolean checked)
            implements KnownHost {}

    /** By a certificate for whose name somebody vouches whom this computer trusts. */
    record Vouched(Instant since) implements KnownHost {}
}
