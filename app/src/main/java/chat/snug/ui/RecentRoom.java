package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.Conversations;
import chat.snug.client.RoomName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** Whether it leads where this address does, however either is written. */
    public boolean leadsTo(String other) {
        Address mine = address(link);
        Address theirs = address(other);
        return (mine == null || theirs == null)
                ? link.equals(other)
                : mine.host().equals(theirs.host())
                        && mine.port() == theirs.port()
                        && Objects.equals(mine.room(), theirs.room());
    }

    /** The same, if it is on this host without the key that it is held to. */
    RecentRoom withoutPin(String onHost, int port) {
        Address address = hosted ? null : address(link);
        boolean there = address != null && address.host().equals(onHost) && address.port() == port;
        return address == null || !there || address.pin() == null
                ? this
                : new RecentRoom(false, address.withPin(null).link(), room, host, guarded, when);
    }

    private static @Nullable Address address(String link) {
        try {
            return Address.parse(link);
        } catch (AddressException _) {
            return null; // told by whoever goes there
        }
    }

    /** Whether both are the same door, whenever it was used and whatever the room was called. */
    boolean sameDoor(RecentRoom other) {
        return hosted == other.hosted
                && (hosted
                        ? wireName().equals(other.wireName())
                        : leadsTo(other.link) && (!link.isEmpty() || room.equals(other.room)));
    }
}
