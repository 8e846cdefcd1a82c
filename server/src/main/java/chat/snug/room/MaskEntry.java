package chat.snug.room;

/**
 * A mask in one of a room's lists.
 *
 * @param mask as it was written
 * @param setBy who set it, as {@code nick!user@host}
 * @param setAt when, in milliseconds of the epoch
 */
public record MaskEntry(String mask, String setBy, long setAt) {}
