package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as they would be known under another name.
 *
 * @param person who it is
 * @param author as whom they would appear
 * @param foldedMask the same, folded for comparison with the masks of a room
 */
record Alias(Person person, Author author, String foldedMask) implements Person {
    @Override
    public @Nullable String foldedAccount() {
        return person.foldedAccount();
    }

    @Override
    public @Nullable String foldedKey() {
        return person.foldedKey();
    }

    @Override
    public boolean isHost() {
        return person.isHost();
    }
}
