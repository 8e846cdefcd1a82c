package chat.snug.client;

import chat.snug.client.Address.Scheme;
import chat.snug.client.AddressException.Part;
import chat.snug.key.Fingerprint;
import java.net.IDN;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes a pasted address apart, as RFC 3986 does, with the leniency that pasted text needs: {@code
 * [scheme://][user@]host[:port][/room][?query]}. Without a scheme the usual port of encrypted IRC
 * means a network that encrypts. A pin that is no whole one is an error: an invite that was cut
 * short must not become an address without.
 */
final class AddressReader {
    /** A longer text is not an address, whatever it is. */
    private static final int MOST_CHARACTERS = 2048;

    private static final int MOST_HOST_CHARACTERS = 253;
    private static final int MOST_ROOM_BYTES = 200;

    /** Fits into a line with PASS. */
    private static final int MOST_KEY_BYTES = 400;

    /** How much of a wrong part is told. */
    private static final int MOST_OFFENDING = 80;

    /** A sentence that ends with an invite ends with its own signs. */
    private static final String AFTER_AN_INVITE = "[\\p{P}\\p{S}&&[^-_=%&]]+$";

    private static final String WRAPPING = "<>\"'`“”‘’«»《》「」";

    private final String typed;
    private String host = "";
    private String portText = "";

    AddressReader(String typed) {
        this.typed = typed;
    }

    Address read() throws AddressException {
        String text = unwrapped(typed);
        if (text.isEmpty()) {
            throw new AddressException(Part.EMPTY, "");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(Part.HOST, text);
        }
        Scheme scheme = Scheme.BARE;
        int schemeEnd = text.indexOf("://");
        if (schemeEnd >= 0 && schemeEnd < endOfAuthority(text, 0) + 1) {
            String name = text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
            scheme =
                    switch (name) {
                        case "snug" -> Scheme.SNUG;
                        case "irc" -> Scheme.IRC;
                        case "ircs" -> Scheme.IRCS;
                        default -> throw wrong(Part.SCHEME, name);
                    };
            text = text.substring(schemeEnd + 3);
        }
        int end = endOfAuthority(text, 0);
        readAuthority(text.substring(0, end));
        int port = scheme == Scheme.IRCS ? Address.DEFAULT_TLS_PORT : Address.DEFAULT_PORT;
        if (!portText.isEmpty()) {
            // Some write a plus where the port is an encrypted one.
            boolean plus = scheme == Scheme.BARE && portText.startsWith("+");
            port = port(plus ? portText.substring(1) : portText);
            if (scheme == Scheme.BARE && (plus || port == Address.DEFAULT_TLS_PORT)) {
                scheme = Scheme.IRCS;
            }
        }
        int question = text.indexOf('?', end);
        String path = text.substring(end, question < 0 ? text.length() : question);
        String query = question < 0 ? "" : text.substring(question + 1);
        String room = room(path);
        Fingerprint pin = pin(query);
        return new Address(
                host,
                port,
                pin == null ? scheme : Scheme.SNUG,
                room,
                password(query, pin == null ? scheme : Scheme.SNUG),
                pin);
    }

    /** Without what surrounds an address in a text. */
    private static String unwrapped(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && surrounds(typed.charAt(start))) {
            start++;
        }
        while (end > start && surrounds(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean surrounds(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '\uFEFF'
                || c == '\u200B'
                || WRAPPING.indexOf(c) >= 0;
    }

    private static int endOfAuthority(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ("/?#".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Full-width digits, colons and dots are what Chinese and Japanese keyboards write. */
    private void readAuthority(String raw) throws AddressException {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).replace('。', '.');
        String authority = text.substring(text.lastIndexOf('@') + 1);
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            if (close < 0) {
                throw wrong(Part.HOST, authority);
            }
            String rest = authority.substring(close + 1);
            if (!rest.isEmpty() && rest.charAt(0) != ':') {
                throw wrong(Part.PORT, rest);
            }
            host = ipv6(authority.substring(1, close));
            portText = rest.isEmpty() ? "" : rest.substring(1);
            return;
        }
        int colon = authority.indexOf(':');
        if (colon >= 0 && authority.indexOf(':', colon + 1) >= 0) {
            host = ipv6(authority);
            return;
        }
        host = name(colon < 0 ? authority : authority.substring(0, colon));
        portText = colon < 0 ? "" : authority.substring(colon + 1);
    }

    private String ipv6(String literal) throws AddressException {
        int percent = literal.indexOf('%');
        String digits = percent < 0 ? literal : literal.substring(0, percent);
        String zone = percent < 0 ? "" : literal.substring(percent + 1);
        if (zone.startsWith("25") && zone.length() > 2) {
            zone = zone.substring(2); // RFC 6874: the percent sign itself is encoded
        }
        boolean zoneMissing = percent >= 0 && zone.isEmpty();
        if (digits.indexOf(':') < 0 || zoneMissing || !zone.matches("[A-Za-z0-9._-]{0,32}")) {
            throw wrong(Part.HOST, literal);
        }
        try {
            Inet6Address.ofLiteral(digits);
        } catch (IllegalArgumentException notAnAddress) {
            throw wrong(Part.HOST, literal);
        }
        String lower = digits.toLowerCase(Locale.ROOT);
        return zone.isEmpty() ? lower : lower + '%' + zone;
    }

    private String name(String text) throws AddressException {
        if (text.isEmpty()) {
            throw wrong(Part.HOST, typed.strip());
        }
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
            throw wrong(Part.HOST, text);
        }
        String[] labels = ascii.split("\\.", -1);
        int count = labels.length;
        if (count > 1 && labels[count - 1].isEmpty()) {
            count--; // a name may end in the root's dot
        }
        for (int i = 0; i < count; i++) {
            if (!labels[i].matches("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")) {
                throw wrong(Part.HOST, text);
            }
        }
        // No name ends in a number: it is an IPv4 address, or one mistyped.
        boolean number = labels[count - 1].matches("[0-9]+|0x[0-9a-f]*");
        if (ascii.length() > MOST_HOST_CHARACTERS || (number && !ipv4(labels))) {
            throw wrong(Part.HOST, text);
        }
        return ascii;
    }

    private static boolean ipv4(String[] octets) {
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    private static int port(String text) throws AddressException {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw wrong(Part.PORT, text);
    }

    /** The path: {@code /lobby}, {@code /#lobby}, {@code #lobby}; after a comma come flags. */
    private static @Nullable String room(String path) throws AddressException {
        String text = path;
        while (text.startsWith("/")) {
            text = text.substring(1);
        }
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        int comma = text.indexOf(',');
        if (comma >= 0) {
            String flags = text.substring(comma + 1);
            if (flags.contains("isnick") || flags.contains("isuser")) {
                return null;
            }
            text = text.substring(0, comma);
        }
        if (text.isEmpty()) {
            return null;
        }
        String decoded = percentDecoded(text);
        String room = decoded == null ? "" : RoomName.toWire(decoded);
        if (room.isEmpty() || room.getBytes(StandardCharsets.UTF_8).length > MOST_ROOM_BYTES) {
            throw wrong(Part.ROOM, text);
        }
        return room;
    }

    /** In the address of a network {@code key} is something else: the key of the room. */
    private static @Nullable String password(String query, Scheme scheme) throws AddressException {
        String key =
                switch (scheme) {
                    case BARE, SNUG -> decodedValue(query, "key");
                    case IRC, IRCS -> null;
                };
        return key == null ? decodedValue(query, "password") : key;
    }

    private static @Nullable Fingerprint pin(String query) throws AddressException {
        String text = queryValue(query, "pin");
        if (text == null) {
            return null;
        }
        Fingerprint pin = Fingerprint.parse(text.replaceFirst(AFTER_AN_INVITE, ""));
        if (pin == null) {
            throw wrong(Part.PIN, text);
        }
        return pin;
    }

    private static @Nullable String decodedValue(String query, String wanted)
            throws AddressException {
        String text = queryValue(query, wanted);
        if (text == null || text.isEmpty()) {
            return null;
        }
        String value = percentDecoded(text);
        if (value == null
                || value.chars().anyMatch(Character::isISOControl)
                || value.getBytes(StandardCharsets.UTF_8).length > MOST_KEY_BYTES) {
            throw new AddressException(Part.KEY, ""); // it is a secret, even if it is a wrong one
        }
        return value;
    }

    private static @Nullable String queryValue(String query, String wanted) {
        int hash = query.indexOf('#');
        for (String pair : (hash < 0 ? query : query.substring(0, hash)).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals == wanted.length() && pair.startsWith(wanted)) {
                return pair.substring(equals + 1);
            }
        }
        return null;
    }

    /** A percent sign that encodes nothing stands for itself. Null if it is not UTF-8. */
    private static @Nullable String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** What is told is shown and may be logged: the query, which holds the secrets, is not. */
    private static AddressException wrong(Part part, String text) {
        int query = text.indexOf('?');
        String offending = query < 0 || part == Part.PIN ? text : text.substring(0, query);
        boolean tooLong = offending.length() > MOST_OFFENDING;
        return new AddressException(
                part, tooLong ? offending.substring(0, MOST_OFFENDING) + '…' : offending);
    }
}
