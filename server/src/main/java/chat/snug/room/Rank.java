package chat.snug.room;

/** What a member of a room may do beyond the others; a member can have both. */
public enum Rank {
    /** Changes the room and removes people. */
    OPERATOR,
    /** Speaks in a moderated room. */
    VOICE
}
