package chat.snug.ui.people;

/** What a moderator can do about somebody in a room. */
public enum PersonAct {
    PROMOTE,
    DEMOTE,
    MUTE,
    UNMUTE,
    REMOVE,
    BAN
}
