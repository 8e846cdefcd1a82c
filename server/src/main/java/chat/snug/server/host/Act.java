package chat.snug.server.host;

/** What somebody did who looks after a room. */
public enum Act {
    REMOVED,
    BANNED,
    UNBANNED,
    MUTED,
    UNMUTED,
    /** A mute or a ban ended by itself. */
    LIFTED,
    MADE_MODERATOR,
    UNMADE_MODERATOR,
    GAVE_VOICE,
    TOOK_VOICE,
    DELETED_MESSAGE,
    /** Came into a room that is closed to them, because they look after all rooms. */
    CAME_IN,
    DISCONNECTED,
    LET_IN,
    TURNED_AWAY,
    FORGOT,
    INVITED,
    WITHDREW_INVITE
}
