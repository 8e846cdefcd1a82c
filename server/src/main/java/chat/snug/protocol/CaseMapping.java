package chat.snug.protocol;

import java.text.Normalizer;

/**
 * Which names are the same name (<a href="https://modern.ircdocs.horse/#casemapping-parameter">
 * CASEMAPPING</a>). Beyond ASCII every mapping does what the profile UsernameCaseMapped of PRECIS
 * does (<a href="https://www.rfc-editor.org/rfc/rfc8265#section-3.3">RFC 8265, section 3.3</a>),
 * with simple lower case: full-width and half-width forms become the usual ones, letters become
 * small, and the text is brought to NFC. So a name written with combining marks, in capitals or
 * with the wide letters of an East Asian keyboard is no second name.
 *
 * <p>There is no value of CASEMAPPING for this that clients know, so a server that does it tells
 * {@code ascii}: that is true of ASCII, and beyond it a client sees each name as its owner wrote
 * it.
 */
public enum CaseMapping {
    /** A to Z. */
    ASCII("ascii"),
    /** A to Z, and {@code []\^} are the capitals of <code>{}|~</code>. */
    RFC1459("rfc1459"),
    /** As {@link #RFC1459} without the pair of {@code ^} and {@code ~}. */
    RFC1459_STRICT("rfc1459-strict");

    /** The full-width and half-width forms, between which are no others. */
    private static final int FIRST_WIDE = 0xFF01;

    private static final int LAST_WIDE = 0xFFEE;

    private final String wireName;

    CaseMapping(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the ISUPPORT token. */
    public String wireName() {
        return wireName;
    }

    /**
     * The mapping that a server told in ISUPPORT. One that is not known here is taken as {@link
     * #ASCII}: those in use beside ours, such as rfc8265, differ from it only beyond ASCII.
     */
    public static CaseMapping of(String wireName) {
        for (CaseMapping mapping : values()) {
            if (mapping.wireName.equals(wireName)) {
                return mapping;
            }
        }
        return ASCII;
    }

    /** The key of a name: equal for names that are the same. Returns {@code name} if it is one. */
    public String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80) {
                return foldAll(name);
            }
            if (foldAscii(c) != c) {
                return foldFrom(name, i);
            }
        }
        return name;
    }

    /** Whether both are names of the same person or room. */
    public boolean same(String a, String b) {
        return a.equals(b) || fold(a).equals(fold(b));
    }

    private String foldFrom(String name, int start) {
        char[] folded = name.toCharArray();
        for (int i = start; i < folded.length; i++) {
            if (folded[i] >= 0x80) {
                return foldAll(name);
            }
            folded[i] = foldAscii(folded[i]);
        }
        return new String(folded);
    }

    private String foldAll(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (c >= FIRST_WIDE && c <= LAST_WIDE) {
                String usual = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                usual.codePoints().forEach(one -> fold(one, folded));
            } else {
                fold(c, folded);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private void fold(int c, StringBuilder folded) {
        // By way of the capital, as String.equalsIgnoreCase does: a final sigma is a sigma.
        int lower = c < 0x80 ? c : Character.toLowerCase(Character.toUpperCase(c));
        folded.appendCodePoint(lower < 0x80 ? foldAscii((char) lower) : lower);
    }

    private char foldAscii(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + ('a' - 'A'));
        }
        if (this == ASCII) {
            return c;
        }
        return switch (c) {
            case '[' -> '{';
            case ']' -> '}';
            case '\\' -> '|';
            case '^' -> this == RFC1459 ? '~' : c;
            default -> c;
        };
    }
}
