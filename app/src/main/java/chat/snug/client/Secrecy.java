package chat.snug.client;

import chat.snug.key.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * How an open connection is kept from others, and how its host has proven who it is.
 *
 * @param key the host's key, null if the connection is not encrypted
 */
public record Secrecy(Proof proof, @Nullable Fingerprint key) {
    /** Not encrypted. */
    public static final Secrecy NONE = new Secrecy(Proof.NONE, null);

    /** What speaks for the host being the one that was meant. */
    public enum Proof {
        /** Nothing, and others can listen. */
        NONE,
        /** Nothing yet: it was met for the first time, and is known from now on. */
        FIRST_USE,
        /** It is the one that was met before. */
        KNOWN,
        /** It is the one whose words the person has compared. */
        CHECKED,
        /** The invite by which it was met first names its key. */
        INVITE,
        /** Somebody whom this computer trusts vouches for its name. */
        VOUCHED
    }

    /** Whether others cannot listen. */
    public boolean encrypted() {
        return proof != Proof.NONE;
    }

    /** The address that leads others to the same host, by the same proof. */
    public Address handedOut(Address address) {
        return switch (proof) {
            case NONE, VOUCHED -> address;
            case FIRST_USE, KNOWN, CHECKED, INVITE -> address.withPin(key);
        };
    }
}
