package chat.snug.room;

/**
 * The topic of a room.
 *
 * @param text never empty
 * @param setBy who set it, as {@code nick!user@host}
 * @param setAt when, in milliseconds of the epoch
 */
public record Topic(String text, String setBy, long setAt) {}
