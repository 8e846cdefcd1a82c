package chat.snug.server.options;

/**
 * Who may come in, beside those who know the password.
 *
 * @param asking whether somebody decides about each newcomer who knows no password and has no
 *     invite
 * @param limits of all that happens at the door
 */
public record DoorOptions(boolean asking, DoorLimits limits) {
    private static final DoorOptions DEFAULTS = new DoorOptions(false, DoorLimits.defaults());

    /** Nobody is asked. */
    public static DoorOptions defaults() {
        return DEFAULTS;
    }

    /** The same, but somebody is asked or not. */
    public DoorOptions withAsking(boolean on) {
        return new DoorOptions(on, limits);
    }

    /** The same with other limits. */
    public DoorOptions withLimits(DoorLimits other) {
        return new DoorOptions(asking, other);
    }
}
