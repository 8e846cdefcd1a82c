package chat.snug.client;

/** A room's name as a person types and reads it, and as it stands on the wire. */
public final class RoomName {
    private RoomName() {}

    /** {@code Friday workshop} becomes {@code #Friday-workshop}; empty if nothing is left. */
    public static String toWire(String typed) {
        return typed.startsWith("#") ? typed : '#' + typed;
    }

    /** {@code #Friday-workshop} becomes {@code Friday-workshop}. */
    public static String toScreen(String wire) {
        return wire.startsWith("#") ? wire.substring(1) : wire;
    }
}
