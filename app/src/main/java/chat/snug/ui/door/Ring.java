package chat.snug.ui.door;

import chat.snug.hosting.Caller;
import chat.snug.ui.OpenRoom;

/**
 * Somebody at the door of one of this computer's rooms.
 *
 * @param house whose door it is
 */
public record Ring(OpenRoom house, Caller caller) {
    /** Whether it is the same person, under whatever name. */
    boolean isOf(Ring other) {
        return house.equals(other.house) && caller.id() == other.caller.id();
    }
}
