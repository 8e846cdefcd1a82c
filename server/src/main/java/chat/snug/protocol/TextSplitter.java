package chat.snug.protocol;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text that is too long for one line. Nothing is lost: the parts joined are the text. A
 * part ends after a space where there is one in its second half, else between two characters as
 * people see them (<a href="https://unicode.org/reports/tr29/">UAX 29</a>, extended grapheme
 * clusters), and between two code points where such a character alone is too long.
 */
public final class TextSplitter {
    /** The longest code point in UTF-8. */
    private static final int LONGEST_CODE_POINT = 4;

    private TextSplitter() {}

    /**
     * The parts of {@code text}, each of at most {@code maxBytes} bytes of UTF-8; the text itself
     * if it fits.
     *
     * @throws IllegalArgumentException if {@code maxBytes} is less than 4, the longest code point
     */
    public static List<String> split(String text, int maxBytes) {
        if (maxBytes < LONGEST_CODE_POINT) {
            throw new IllegalArgumentException("no room for a code point: " + maxBytes);
        }
        int end = fitting(text, 0, maxBytes);
        if (end == text.length()) {
            return List.of(text);
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (end < text.length()) {
            int cut = cut(text, start, end, characters);
            parts.add(text.substring(start, cut));
            start = cut;
            end = fitting(text, start, maxBytes);
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }

    /** The longest beginning of {@code text} that fits, cut between code points. */
    public static String head(String text, int maxBytes) {
        return text.substring(0, fitting(text, 0, maxBytes));
    }

    private static int cut(String text, int start, int end, BreakIterator characters) {
        int space = text.lastIndexOf(' ', end - 1);
        if (space >= start + (end - start) / 2) {
            return space + 1;
        }
        int boundary = characters.isBoundary(end) ? end : characters.preceding(end);
        return boundary > start ? boundary : end;
    }

    /** The end of the longest run of whole code points from {@code start} that fits. */
    private static int fitting(String text, int start, int maxBytes) {
        int bytes = 0;
        int i = start;
        while (i < text.length()) {
            bytes += Utf8.lengthAt(text, i);
            if (bytes > maxBytes) {
                return i;
            }
            i += Utf8.isPair(text, i) ? 2 : 1;
        }
        return i;
    }
}
