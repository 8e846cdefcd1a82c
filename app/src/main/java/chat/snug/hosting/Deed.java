package chat.snug.hosting;

import java.time.Instant;

/**
 * What somebody did to look after the rooms. Immutable.
 *
 * @param when it was done
 * @param who did it; empty for the host
 * @param act what was done
 * @param whom to whom; empty if to nobody
 * @param room where, as on the wire; empty if not in a room
 * @param reason why; empty if nothing was said
 */
public record Deed(Instant when, String who, Act act, String whom, String room, String reason) {
    /** What can be done. */
    public enum Act {
        REMOVED,
        BANNED,
        UNBANNED,
        MUTED,
        UNMUTED,
        LIFTED,
        MADE_MODERATOR,
        UNMADE_MODERATOR,
        GAVE_VOICE,
        TOOK_VOICE,
        DELETED_MESSAGE,
        CAME_IN,
        DISCONNECTED,
        LET_IN,
        TURNED_AWAY,
        FORGOT,
        INVITED,
        WITHDREW_INVITE
    }
}
