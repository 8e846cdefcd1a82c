package chat.snug.client;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A person's name on its way to the wire, and other names to offer when it is refused. */
final class Nickname {
    private static final int MOST_BYTES = 30;
    private static final String FALLBACK = "guest";

    /** What would be read as a mask, a list, a room's, a server's or a moderator's mark. */
    private static final String FORBIDDEN = ",*?!@#&~%+$:.";

    private Nickname() {}

    /** {@code Anna Maria} becomes {@code Anna-Maria}; "guest" if nothing is left. */
    static String onWire(String typed) {
        StringBuilder name = new StringBuilder(typed.length());
        String stripped = typed.strip();
        for (int i = 0, next; i < stripped.length(); i = next) {
            int point = stripped.codePointAt(i);
            next = i + Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                name.append('-');
            } else if (!Character.isISOControl(point)
                    && Character.getType(point) != Character.SURROGATE
                    && FORBIDDEN.indexOf(point) < 0) {
                name.appendCodePoint(point);
            }
        }
        return name.isEmpty() ? FALLBACK : name.toString();
    }

    /** The names to try when one is taken: an underscore behind it, then 1, 2, … */
    static String other(String name, int attempt) {
        String ending = attempt == 0 ? "_" : Integer.toString(attempt);
        String stem = name;
        while (Dialogue.bytes(stem) + ending.length() > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    /** The name in ASCII, for hosts that take nothing else, or null if it is that already. */
    static @Nullable String ascii(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            boolean letter = c < 0x80 && (Character.isLetter(c) || "[]\\`_^{|}".indexOf(c) >= 0);
            boolean inside = c == '-' || (c >= '0' && c <= '9');
            if (letter || (inside && !ascii.isEmpty())) {
                ascii.append(c);
            }
        }
        String offered = ascii.isEmpty() ? FALLBACK : ascii.toString();
        return offered.equals(name) ? null : offered;
    }

    /** The user part of USER: up to ten ASCII letters and digits. */
    static String user(String name) {
        StringBuilder user = new StringBuilder();
        for (int i = 0; i < name.length() && user.length() < 10; i++) {
            char c = name.charAt(i);
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                user.append(Character.toLowerCase(c));
            }
        }
        return user.isEmpty() ? "snug" : user.toString();
    }
}
