package chat.snug.ui.door;

import chat.snug.hosting.Caller;

/**
 * Somebody at a door where this person decides.
 *
 * @param gate which door it is
 */
public record Ring(Gate gate, Caller caller) {
    /** Whether it is the same person, under whatever name. */
    boolean isOf(Ring other) {
        return gate.equals(other.gate) && caller.id() == other.caller.id();
    }
}
