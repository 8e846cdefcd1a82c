package chat.snug.room;

/** The lists of masks that a room keeps. */
public enum MaskKind {
    /** Those who match neither come in nor speak. */
    BAN,
    /** Those who match are not affected by bans. */
    BAN_EXCEPTION,
    /** Those who match need no invitation. */
    INVITE_EXCEPTION
}
