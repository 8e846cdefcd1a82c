package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * A mask that texts are matched against, in which {@code *} stands for any text and {@code ?} for
 * one character. Belongs to one thread.
 */
public final class Mask {
    /**
     * So many steps for each character are enough for a mask that is not made to be slow; then all
     * ways to read it are followed at once.
     */
    private static final int STEPS = 2;

    private final String mask;

    /** How to follow all ways at once; made when the mask has shown that it is slow. */
    private @Nullable MaskStates states;

    Mask(String mask) {
        this.mask = mask;
    }

    /** Whether {@code text} matches {@code mask}; time grows with the sum of their lengths. */
    public static boolean matches(String mask, String text) {
        return new Mask(mask).matches(text);
    }

    /** Whether a text matches; time grows with the sum of the lengths. */
    boolean matches(String text) {
        MaskStates all = states;
        if (all != null) {
            return all.match(text);
        }
        int m = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        int stepsLeft = STEPS * (mask.length() + text.length());
        while (t < text.length()) {
            if (stepsLeft-- == 0) {
                all = new MaskStates(mask);
                states = all;
                return all.match(text);
            }
            char wanted = m < mask.length() ? mask.charAt(m) : 0;
            if (m < mask.length() && wanted == '*') {
                star = m++;
                starText = t;
            } else if (m < mask.length() && (wanted == '?' || wanted == text.charAt(t))) {
                t += wanted == '?' && wholeCharacterAt(text, t) ? 2 : 1;
                m++;
            } else if (star >= 0) {
                m = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (m < mask.length() && mask.charAt(m) == '*') {
            m++;
        }
        return m == mask.length();
    }

    /** How many wildcards a mask has. */
    public static int wildcards(String mask) {
        int count = 0;
        for (int i = 0; i < mask.length(); i++) {
            count += mask.charAt(i) == '*' || mask.charAt(i) == '?' ? 1 : 0;
        }
        return count;
    }

    /** Whether {@code text} has a wildcard in it. */
    public static boolean isMask(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static boolean wholeCharacterAt(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
