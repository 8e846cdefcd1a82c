package chat.snug.ui;

import chat.snug.client.Conversations;
import java.util.Locale;

/**
 * A room or a person on a host, as the app finds them again at the next start. Both parts are
 * compared without regard to case.
 *
 * @param host the address that was typed ({@link chat.snug.client.Address#display()}), or {@link
 *     #OWN} for the rooms of this computer, whose address changes with the network
 * @param room the name on the wire
 */
public record RoomKey(String host, String room) {
    /** Stands for this computer. */
    public static final String OWN = "";

    public RoomKey {
        host = host.toLowerCase(Locale.ROOT);
        room = Conversations.key(room);
    }
}
