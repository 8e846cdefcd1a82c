package chat.snug.server.options;

import org.jspecify.annotations.Nullable;

/**
 * Who may come in, beside those who know the password.
 *
 * @param asking whether somebody decides about each newcomer who knows no password and has no
 *     invite; null for as it was when the server ran before, of which nobody is asked the first
 *     time
 * @param limits of all that happens at the door
 */
public record DoorOptions(@Nullable Boolean asking, DoorLimits limits) {
    private static final DoorOptions DEFAULTS = new DoorOptions(false, DoorLimits.defaults());

    /** Nobody is asked. */
    public static DoorOptions defaults() {
        return DEFAULTS;
    }

    /** The same, but somebody is asked or not, or as it was before. */
    public DoorOptions withAsking(@Nullable Boolean on) {
        return new DoorOptions(on, limits);
    }

    /** The same with other limits. */
    public DoorOptions withLimits(DoorLimits other) {
        return new DoorOptions(asking, other);
    }
}
