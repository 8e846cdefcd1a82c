package chat.snug.client;

/** A room's name as a person types and reads it, and as it stands on the wire. */
public final class RoomName {
    /**
     * The prefixes that a typed name may bring along. {@code +} and {@code !} are channel prefixes
     * on a few networks, but people mean them as text ("+1 club").
     */
    private static final String PREFIXES = "#&";

    private RoomName() {}

    /**
     * {@code Friday workshop} becomes {@code #Friday-workshop}: white space to hyphens, commas and
     * control characters (which the wire has other uses for) left out, a {@code #} in front if
     * there is no prefix yet. Empty if nothing is left.
     */
    public static String toWire(String typed) {
        StringBuilder name = new StringBuilder(typed.length() + 1);
        boolean gap = false;
        for (int i = 0, next; i < typed.length(); i = next) {
            int point = typed.codePointAt(i);
            next = i + Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                gap = true;
            } else if (!left(point)) {
                if (gap && !name.isEmpty()) {
                    name.append('-');
                }
                gap = false;
                name.appendCodePoint(point);
            }
        }
        int start = 0;
        while (start < name.length() && PREFIXES.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        if (start == name.length()) {
            return "";
        }
        return start > 0 ? name.toString() : "#" + name;
    }

    /** {@code #Friday-workshop} becomes {@code Friday-workshop}. */
    public static String toScreen(String wire) {
        return wire.startsWith("#") ? wire.substring(1) : wire;
    }

    /** Whether a character is left out of a name: RFC 1459 section 1.3, and half surrogates. */
    private static boolean left(int point) {
        return point == ','
                || Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0xFEFF
                || point == 0x200B;
    }
}
