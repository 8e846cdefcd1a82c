package chat.snug.room;

/** A member of a room. */
final class Member {}
