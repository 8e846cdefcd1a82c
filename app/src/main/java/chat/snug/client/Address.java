package chat.snug.client;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a room is: the outcome of whatever a person pasted.
 *
 * @param host a name in its ASCII form, or a literal address, IPv6 without its brackets
 * @param port 1 to 65535
 * @param tls whether the address asked for an encrypted connection ({@code ircs://}, or the port
 *     that is known for it)
 * @param room the room on the wire, with its prefix ({@code #lobby}), or null if none was named
 * @param password what the address carried as {@code ?password=}, or null
 */
public record Address(
        String host, int port, boolean tls, @Nullable String room, @Nullable String password) {
    /** Where IRC listens when nothing else is said. */
    public static final int DEFAULT_PORT = 6667;

    /** Where encrypted IRC listens when nothing else is said (RFC 7194). */
    public static final int DEFAULT_TLS_PORT = 6697;

    /**
     * Reads every form that people paste: {@code 192.168.1.20}, {@code host:6697/lobby}, {@code
     * [::1]:6667}, {@code ::1}, {@code snug://host:port/room}, {@code irc://host/#room}, {@code
     * ircs://…}; around it white space, quotes and angle brackets.
     *
     * @throws AddressException that names the part which is malformed
     */
    public static Address parse(String typed) throws AddressException {
        return new AddressReader(typed).read();
    }

    /** Host and port for a person to read: {@code 192.168.1.20:6667}, {@code [::1]:6667}. */
    public String display() {
        return bracketed(IDN.toUnicode(host)) + ':' + port;
    }

    /**
     * What is handed out: {@code snug://192.168.1.20:6667/lobby}, the room without its {@code #}
     * and percent-encoded. Never holds the password.
     */
    public String link() {
        String link =
                (tls ? "ircs://" : "snug://") + bracketed(host).replace("%", "%25") + ':' + port;
        if (room == null) {
            return link;
        }
        String name = RoomName.toScreen(room);
        // A second prefix would be taken for the first one when the link is read again.
        boolean plain = !RoomName.toWire(name).equals(name);
        return link + '/' + percentEncoded(plain ? name : room);
    }

    /** The same host with another room; null for none. */
    public Address withRoom(@Nullable String newRoom) {
        return new Address(host, port, tls, newRoom, password);
    }

    /** The same host with another password; null for none. */
    public Address withPassword(@Nullable String newPassword) {
        return new Address(host, port, tls, room, newPassword);
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return link();
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : '[' + host + ']';
    }

    private static String percentEncoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
