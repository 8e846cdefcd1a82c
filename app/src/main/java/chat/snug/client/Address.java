package chat.snug.client;

import org.jspecify.annotations.Nullable;

/**
 * Where a room is: the outcome of whatever a person pasted.
 *
 * @param host a name or a literal address, IPv6 without its brackets
 * @param port 1 to 65535
 * @param tls whether the address asked for an encrypted connection ({@code ircs://})
 * @param room the room on the wire, with its prefix ({@code #lobby}), or null if none was named
 * @param password what the address carried as {@code ?password=}, or null
 */
public record Address(
        String host, int port, boolean tls, @Nullable String room, @Nullable String password) {
    /** Where IRC listens when nothing else is said. */
    public static final int DEFAULT_PORT = 6667;

    /** Where encrypted IRC listens when nothing else is said. */
    public static final int DEFAULT_TLS_PORT = 6697;

    /** Reads every form that people paste; says which part is malformed otherwise. */
    public static Address parse(String typed) throws AddressException {
        if (typed.isBlank()) {
            throw new AddressException(AddressException.Part.EMPTY, typed);
        }
        return new Address(typed.strip(), DEFAULT_PORT, false, null, null);
    }

    /** Host and port for a person to read: {@code 192.168.1.20:6667}, {@code [::1]:6667}. */
    public String display() {
        return host + ':' + port;
    }

    /** What is handed out: {@code snug://192.168.1.20:6667/lobby}. Never holds the password. */
    public String link() {
        return "snug://" + display();
    }

    /** The same host with another room; null for none. */
    public Address withRoom(@Nullable String newRoom) {
        return new Address(host, port, tls, newRoom, password);
    }

    /** The same host with another password; null for none. */
    public Address withPassword(@Nullable String newPassword) {
        return new Address(host, port, tls, room, newPassword);
    }
}
