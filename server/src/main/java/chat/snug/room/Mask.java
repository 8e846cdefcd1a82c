package chat.snug.room;

/**
 * Matches text against masks in which {@code *} stands for any text and {@code ?} for one
 * character.
 */
public final class Mask {
    private Mask() {}

    /**
     * So many steps for each character are enough for a mask that is not made to be slow; then all
     * ways to read it are followed at once.
     */
    private static final int STEPS = 4;

    /** Whether {@code text} matches {@code mask}; time grows with the sum of their lengths. */
    public static boolean matches(String mask, String text) {
        int m = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        int stepsLeft = STEPS * (mask.length() + text.length());
        while (t < text.length()) {
            if (stepsLeft-- == 0) {
                return new MaskStates(mask).match(text);
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
