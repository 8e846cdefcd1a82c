package chat.snug.ui.switcher;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a few typed letters fit a name. Case, accents and the width of letters do not count; the
 * letters may leave some out ("fws" finds "Friday workshop"); Chinese is found by any of its
 * characters in order.
 */
final class Fuzzy {
    /** What does not fit at all. */
    static final int NONE = 0;

    private static final int EXACT = 1_000;
    private static final int START = 800;
    private static final int WORD_START = 600;
    private static final int INSIDE = 400;
    private static final int SCATTERED = 200;
    private static final int WORST_SCATTERED = 1;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String[] words;

    Fuzzy(String typed) {
        String plain = plain(typed).strip();
        words = plain.isEmpty() ? new String[0] : SPACES.split(plain);
    }

    /** Whether nothing was typed: then everything fits. */
    boolean isEmpty() {
        return words.length == 0;
    }

    /**
     * How well all that was typed fits.
     *
     * @param name counts most
     * @param place may hold some of the words, but not all
     * @return {@link #NONE}, or more for what fits better
     */
    int fit(String name, String place) {
        String plainName = plain(name);
        String plainPlace = plain(place);
        int sum = 0;
        boolean named = false;
        for (String word : words) {
            int inName = fitWord(word, plainName);
            named |= inName > NONE;
            int best = Math.max(inName, plainPlace.contains(word) ? WORST_SCATTERED : NONE);
            if (best == NONE) {
                return NONE;
            }
            sum += best;
        }
        return named ? sum : NONE;
    }

    private static int fitWord(String word, String name) {
        if (name.equals(word)) {
            return EXACT;
        }
        int at = name.indexOf(word);
        if (at == 0) {
            return START;
        }
        for (; at > 0; at = name.indexOf(word, at + 1)) {
            if (!Character.isLetterOrDigit(name.codePointBefore(at))) {
                return WORD_START;
            }
        }
        return name.contains(word) ? INSIDE : scattered(word, name);
    }

    /** The letters in their order, with others between them; the fewer the better. */
    private static int scattered(String word, String name) {
        int from = 0;
        int first = -1;
        for (int i = 0; i < word.length(); i++) {
            int at = name.indexOf(word.charAt(i), from);
            if (at < 0) {
                return NONE;
            }
            if (first < 0) {
                first = at;
            }
            from = at + 1;
        }
        return Math.max(WORST_SCATTERED, SCATTERED - (from - first - word.length()));
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
