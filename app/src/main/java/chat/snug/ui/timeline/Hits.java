package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what was looked for in a text: all of it where it stands so, else each of its words. */
final class Hits {
    /** More hits in one message than this are not marked. */
    private static final int MOST = 100;

    private Hits() {}

    /** From {@code start} to {@code end}. */
    record Hit(int start, int end) {}

    /** Where {@code wanted} is in {@code text}, whatever the case; in order. */
    static List<Hit> in(String text, String wanted) {
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        String folded = text.toLowerCase(Locale.ROOT);
        // A text that changes its length with its case is left as it is.
        if (words.isEmpty() || folded.length() != text.length()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        find(folded, words, hits);
        if (hits.isEmpty()) {
            for (String word : words.split("\\s+", -1)) {
                find(folded, word, hits);
            }
            hits.sort((one, other) -> Integer.compare(one.start(), other.start()));
        }
        return List.copyOf(hits);
    }

    private static void find(String text, String wanted, List<Hit> hits) {
        int at = text.indexOf(wanted);
        while (at >= 0 && hits.size() < MOST) {
            hits.add(new Hit(at, at + wanted.length()));
            at = text.indexOf(wanted, at + wanted.length());
        }
    }

    /** Whether all that is wanted is in the text: together, or word by word. */
    static boolean holds(String text, String wanted) {
        String folded = text.toLowerCase(Locale.ROOT);
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return false;
        }
        for (String word : words.split("\\s+", -1)) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
