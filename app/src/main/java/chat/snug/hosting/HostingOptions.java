package chat.snug.hosting;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose before opening a room.
 *
 * @param room the room's name as typed
 * @param port which port to listen at
 * @param password what newcomers must know, or null
 * @param shown the address to hand out, or null for the most likely one
 * @param kept whether what is said is kept beyond the closing of the room
 * @param asksFirst whether the host decides about each newcomer; if not, it stays as it was when
 *     the room was open before
 * @param plain whether people may come in without encryption; null if they may where anybody may
 *     come in, and nowhere else
 */
public record HostingOptions(
        String room,
        PortChoice port,
        @Nullable String password,
        @Nullable LocalAddress shown,
        boolean kept,
        boolean asksFirst,
        @Nullable Boolean plain) {
    /** Nobody is asked who comes in, if that was so before. */
    public HostingOptions(
            String room,
            PortChoice port,
            @Nullable String password,
            @Nullable LocalAddress shown,
            boolean kept) {
        this(room, port, password, shown, kept, false, null);
    }

    /** What is said is kept. */
    public HostingOptions(
            String room, PortChoice port, @Nullable String password, @Nullable LocalAddress shown) {
        this(room, port, password, shown, true);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HostingOptions[" + room + ", " + port + "]";
    }

    /** The same, but the host decides about each newcomer, or as it was before. */
    public HostingOptions withAsksFirst(boolean on) {
        return new HostingOptions(room, port, password, shown, kept, on, plain);
    }

    /** The same, but people may or may not come in without encryption; null for what fits. */
    public HostingOptions withPlain(@Nullable Boolean on) {
        return new HostingOptions(room, port, password, shown, kept, asksFirst, on);
    }

    /**
     * Which port to listen at.
     *
     * @param port the port
     * @param exact whether another one will not do
     */
    public record PortChoice(int port, boolean exact) {
        /** This one, or the next free one. */
        public static PortChoice preferred(int port) {
            return new PortChoice(port, false);
        }

        /** This one or none. */
        public static PortChoice exactly(int port) {
            return new PortChoice(port, true);
        }
    }
}
