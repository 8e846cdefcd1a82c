package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as they would be known under another name, or without their account.
 *
 * @param person who it is
 * @param author as whom they would appear
 * @param foldedMask the same, folded for comparison with the masks of a room
 * @param foldedAccount the account they would be known by, null for none
 */
record Alias(Person person, Author author, String foldedMask, @Nullable String foldedAccount)
        implements Person {
    @Override
    public @Nullable String foldedKey() {
        return person.foldedKey();
    }

    @Override
    public boolean isHost() {
        return person.isHost();
    }
}
