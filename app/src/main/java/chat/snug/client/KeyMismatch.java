package chat.snug.client;

import chat.snug.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Two keys that were to be one.
 *
 * @param expected the key of the host that was meant; null if it is not known by a key of its own,
 *     but because somebody vouches for its name
 * @param other the key of whoever answered, or that the invite names
 * @param between whose keys they are
 */
public record KeyMismatch(@Nullable Fingerprint expected, Fingerprint other, Between between) {
    /** Whose keys differ. */
    public enum Between {
        /** This computer has met the host by the expected key, and another one is shown. */
        KNOWN_AND_SHOWN(Failure.Kind.KEY_CHANGED),
        /** The invite names the expected key, and another one is shown. */
        INVITE_AND_SHOWN(Failure.Kind.KEY_NOT_OF_INVITE),
        /** This computer has met the host by the expected key, and the invite names another one. */
        KNOWN_AND_INVITE(Failure.Kind.INVITE_OF_ANOTHER_KEY);

        private final Failure.Kind kind;

        Between(Failure.Kind kind) {
            this.kind = kind;
        }
    }

    /** Nobody was connected to because of it. */
    Failure failure() {
        return new Failure(between.kind, "", this);
    }
}
