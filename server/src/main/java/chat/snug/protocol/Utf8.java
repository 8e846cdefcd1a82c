package chat.snug.protocol;

/**
 * UTF-8 as <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629, section 4</a> has
 * it, one byte at a time: no overlong forms, no surrogates, nothing past U+10FFFF.
 */
public final class Utf8 {
    /** Between two code points. */
    static final int ACCEPT = 0;

    /** Not UTF-8, whatever follows. */
    static final int REJECT = -1;

    /*
     * The other states are named by what must follow: the count of continuation bytes, where 4 to 7
     * are those whose first continuation byte has a narrower range.
     */
    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int THREE = 3;
    private static final int AFTER_E0 = 4;
    private static final int AFTER_ED = 5;
    private static final int AFTER_F0 = 6;
    private static final int AFTER_F4 = 7;

    private Utf8() {}

    /** Whether {@code text} is nothing but ASCII, which most of what people write is. */
    public static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that {@code text} takes on the wire; half a surrogate pair is sent as one. */
    public static int length(CharSequence text) {
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            bytes += lengthAt(text, i);
            i += isPair(text, i) ? 2 : 1;
        }
        return bytes;
    }

    /** The bytes of the code point, or the half of a pair, at {@code index}. */
    static int lengthAt(CharSequence text, int index) {
        char c = text.charAt(index);
        return !Character.isSurrogate(c) ? lengthOf(c) : isPair(text, index) ? 4 : 1;
    }

    /** Whether a surrogate pair begins at {@code index}. */
    static boolean isPair(CharSequence text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    /** The bytes of one code point. */
    static int lengthOf(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    /** Writes a code point beyond ASCII, no surrogate; returns the place behind it. */
    static int encode(int point, byte[] to, int at) {
        int next = at;
        if (point < 0x800) {
            to[next++] = (byte) (0xC0 | (point >> 6));
        } else if (point < 0x10000) {
            to[next++] = (byte) (0xE0 | (point >> 12));
            to[next++] = continuation(point >> 6);
        } else {
            to[next++] = (byte) (0xF0 | (point >> 18));
            to[next++] = continuation(point >> 12);
            to[next++] = continuation(point >> 6);
        }
        to[next++] = continuation(point);
        return next;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /**
     * The state after {@code next}, a byte of the stream as Java has it (negative from 0x80 on).
     */
    static int step(int state, byte next) {
        int b = next & 0xFF;
        return switch (state) {
            case ACCEPT -> first(b);
            case ONE -> b >= 0x80 && b <= 0xBF ? ACCEPT : REJECT;
            case TWO -> b >= 0x80 && b <= 0xBF ? ONE : REJECT;
            case THREE -> b >= 0x80 && b <= 0xBF ? TWO : REJECT;
            case AFTER_E0 -> b >= 0xA0 && b <= 0xBF ? ONE : REJECT;
            case AFTER_ED -> b >= 0x80 && b <= 0x9F ? ONE : REJECT;
            case AFTER_F0 -> b >= 0x90 && b <= 0xBF ? TWO : REJECT;
            case AFTER_F4 -> b >= 0x80 && b <= 0x8F ? TWO : REJECT;
            default -> REJECT;
        };
    }

    private static int first(int b) {
        if (b < 0x80) {
            return ACCEPT;
        }
        if (b < 0xE0) {
            return b >= 0xC2 ? ONE : REJECT;
        }
        if (b < 0xF0) {
            return b == 0xE0 ? AFTER_E0 : b == 0xED ? AFTER_ED : TWO;
        }
        return b == 0xF0 ? AFTER_F0 : b < 0xF4 ? THREE : b == 0xF4 ? AFTER_F4 : REJECT;
    }

    /** Whether {@code bytes[from, to)} is whole and valid. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int state = ACCEPT;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b < 0 || state != ACCEPT) {
                state = step(state, b);
                if (state == REJECT) {
                    return false;
                }
            }
        }
        return state == ACCEPT;
    }
}
