package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may enter rooms. Two persons are the same if they are the same object: a name can
 * change hands, a person cannot.
 */
public interface Person {
    /** How the person is called at this moment, and from where. */
    Author author();

    /** {@code nick!user@host}, folded for comparison with the masks of a room. */
    String foldedMask();

    /** The account the person is known by, folded; null if by none. */
    default @Nullable String foldedAccount() {
        return null;
    }

    /** The fingerprint of the key that the person has proved to have, folded; null if none. */
    default @Nullable String foldedKey() {
        return null;
    }

    /** What the person says about themselves; empty if nothing. */
    default String realName() {
        return "";
    }

    /** Whether this is the one whose computer the rooms are on. */
    boolean isHost();

    /** Whether they look after all rooms that there are, so that none is closed to them. */
    default boolean looksAfterAll() {
        return isHost();
    }
}
