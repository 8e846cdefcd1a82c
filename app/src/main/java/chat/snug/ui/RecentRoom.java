package chat.snug.ui;

import chat.snug.client.Conversations;
import chat.snug.client.RoomName;
import java.time.Instant;

/**
 * A room used lately, one click away on the first screen.
 *
 * @param hosted whether it was hosted here: a click opens it again instead of going anywhere
 * @param link the address as it can be pasted, never with a password; for a hosted one its name on
 *     the wire, or empty if that is as good as {@code room}
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

    /** The name on the wire of a hosted one. */
    private String wireName() {
        return Conversations.key(link.isEmpty() ? RoomName.toWire(room) : link);
    }

    /**
     * What to type to host it again: its name as a person reads it, unless that has become another
     * room's.
     */
    public String nameToHost() {
        boolean same = Conversations.key(RoomName.toWire(room)).equals(wireName());
        return same ? room : RoomName.toScreen(link);
    }

    /** Whether both are the same door, whenever it was used and whatever the room was called. */
    boolean sameDoor(RecentRoom other) {
        return hosted == other.hosted
                && (hosted
                        ? wireName().equals(other.wireName())
                        : place().equals(other.place())
                                && (!place().isEmpty() || room.equals(other.room)));
    }

    /** The link without what is to be known of the host's key. */
    private String place() {
        int query = link.indexOf('?');
        return query < 0 ? link : link.substring(0, query);
    }
}
