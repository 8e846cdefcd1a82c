package chat.snug.client;

import chat.snug.key.Fingerprint;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a room is, and how its host is known to be the right one: the outcome of whatever a person
 * pasted.
 *
 * @param host a name in its ASCII form, or a literal address, IPv6 without its brackets
 * @param port 1 to 65535
 * @param scheme how the host is to be spoken with
 * @param room the room on the wire, with its prefix ({@code #lobby}), or null if none was named
 * @param password what the host is told to be let in, as {@code ?key=} carries it, or null
 * @param pin the one key that the host may prove who it is with, or null
 */
public record Address(
        String host,
        int port,
        Scheme scheme,
        @Nullable String room,
        @Nullable String password,
        @Nullable Fingerprint pin) {
    /** Where IRC listens when nothing else is said. */
    public static final int DEFAULT_PORT = 6667;

    /** Where encrypted IRC listens when nothing else is said (RFC 7194). */
    public static final int DEFAULT_TLS_PORT = 6697;

    /** How a host is spoken with. One that is known from before is held to that in any case. */
    public enum Scheme {
        /** None was typed: encrypted if the host can, else not. */
        BARE,
        /** A Snug: encrypted, by its own key. */
        SNUG,
        /** A network: not encrypted. */
        IRC,
        /** A network: encrypted, and somebody whom this computer trusts vouches for its name. */
        IRCS
    }

    /** The address of a network. */
    public Address(
            String host, int port, boolean tls, @Nullable String room, @Nullable String password) {
        this(host, port, tls ? Scheme.IRCS : Scheme.IRC, room, password, null);
    }

    /** The address of a Snug. */
    public static Address ofSnug(
            String host, int port, @Nullable String room, @Nullable Fingerprint pin) {
        return new Address(host, port, Scheme.SNUG, room, null, pin);
    }

    /**
     * Reads every form that people paste: {@code 192.168.1.20}, {@code host:6697/lobby}, {@code
     * [::1]:6667}, {@code ::1}, {@code snug://host:port/room?key=…&pin=…}, {@code
     * irc://host/#room}, {@code ircs://…}; around it white space, quotes and angle brackets.
     *
     * @throws AddressException that names the part which is malformed
     */
    public static Address parse(String typed) throws AddressException {
        return new AddressReader(typed).read();
    }

    /** Whether it asks for an encrypted connection by itself. */
    public boolean tls() {
        return switch (scheme) {
            case SNUG, IRCS -> true;
            case BARE, IRC -> pin != null;
        };
    }

    /** Host and port for a person to read: {@code 192.168.1.20:6667}, {@code [::1]:6667}. */
    public String display() {
        return bracketed(IDN.toUnicode(host)) + ':' + port;
    }

    /**
     * The address as text that is read back: {@code snug://192.168.1.20:6667/lobby?pin=…}, the room
     * without its {@code #} and percent-encoded. Never holds the password: it may be shown and
     * remembered.
     */
    public String link() {
        return link(false);
    }

    /** As {@link #link()}, with the password in it: to be handed to those who are to come in. */
    public String invite() {
        return link(true);
    }

    private String link(boolean withPassword) {
        StringBuilder link =
                new StringBuilder(
                        switch (scheme) {
                            case BARE -> "";
                            case SNUG -> "snug://";
                            case IRC -> "irc://";
                            case IRCS -> "ircs://";
                        });
        boolean schemed = scheme != Scheme.BARE;
        // A zone that begins with what stands for a percent sign would be taken for one.
        boolean encoded = schemed || host.contains("%25");
        link.append(encoded ? bracketed(host).replace("%", "%25") : bracketed(host));
        link.append(':').append(port);
        if (room != null) {
            String name = RoomName.toScreen(room);
            // A second prefix would be taken for the first one when the link is read again.
            boolean plain = !RoomName.toWire(name).equals(name);
            link.append('/').append(percentEncoded(plain ? name : room));
        }
        char before = '?';
        if (withPassword && password != null) {
            String name =
                    switch (scheme) {
                        case BARE, SNUG -> "key=";
                        case IRC, IRCS -> "password="; // there a key is the room's
                    };
            link.append(before).append(name).append(percentEncoded(password));
            before = '&';
        }
        if (pin != null) {
            link.append(before).append("pin=").append(pin);
        }
        return link.toString();
    }

    /** The same host with another room; null for none. */
    public Address withRoom(@Nullable String newRoom) {
        return new Address(host, port, scheme, newRoom, password, pin);
    }

    /** The same host with another password; null for none. */
    public Address withPassword(@Nullable String newPassword) {
        return new Address(host, port, scheme, room, newPassword, pin);
    }

    /** The same host, which has to show this key; null for whichever it shows. */
    public Address withPin(@Nullable Fingerprint newPin) {
        Scheme held = newPin == null ? scheme : Scheme.SNUG;
        return new Address(host, port, held, room, password, newPin);
    }

    /** The same host, spoken with in another way. */
    public Address withScheme(Scheme newScheme) {
        return new Address(host, port, newScheme, room, password, pin);
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return link();
    }

    /** Whether it is the number of a computer and not a name. */
    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    private static String bracketed(String host) {
        return host.indexOf(':') < 0 ? host : '[' + host + ']';
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
