package chat.snug.room;

/** The lists of masks that a room keeps. */
public enum MaskKind {
    /** Those who match neither come in nor speak. */
    BAN,
    /** Those who match are affected neither by bans nor by having been quieted. */
    BAN_EXCEPTION,
    /** Those who match need no invitation. */
    INVITE_EXCEPTION,
    /** Those who match may be in the room and do not speak. */
    QUIET
}
