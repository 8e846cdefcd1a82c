package chat.snug.ui;

import java.time.Instant;

/**
 * A room used lately, one click away on the first screen.
 *
 * @param hosted whether it was hosted here: a click opens it again instead of going anywhere
 * @param link the address as it can be pasted, never with a password; empty for a hosted one
 * @param room the room's name as a person reads it; empty if the host chose it
 * @param host what the host was called in the side bar; empty for a hosted one
 * @param guarded whether it was hosted here behind a password, which is not remembered
 * @param when when it was last entered
 */
public record RecentRoom(
        boolean hosted, String link, String room, String host, boolean guarded, Instant when) {
    /** A room without a password of our own. */
    public RecentRoom(boolean hosted, String link, String room, String host, Instant when) {
        this(hosted, link, room, host, false, when);
    }

    /** Whether both are the same door, whenever it was used. */
    boolean sameDoor(RecentRoom other) {
        return hosted == other.hosted && link.equals(other.link) && room.equals(other.room);
    }
}
