package chat.snug.ui.people;

/** What a moderator can do about somebody in a room. */
public enum PersonAct {
    PROMOTE,
    DEMOTE,
    MUTE_10_MINUTES,
    MUTE_1_HOUR,
    MUTE,
    UNMUTE,
    REMOVE,
    BAN,
    BAN_ACCOUNT,
    BAN_KEY,
    BAN_ADDRESS,
    BAN_NAME;

    /** What several acts have in common, so that they stand together behind one line of a menu. */
    public enum Group {
        /** Alone. */
        NONE,
        MUTE,
        BAN
    }

    /** With which others it stands behind one line. */
    public Group group() {
        return switch (this) {
            case PROMOTE, DEMOTE, UNMUTE, REMOVE -> Group.NONE;
            case MUTE_10_MINUTES, MUTE_1_HOUR, MUTE -> Group.MUTE;
            case BAN, BAN_ACCOUNT, BAN_KEY, BAN_ADDRESS, BAN_NAME -> Group.BAN;
        };
    }
}
