package chat.snug.ui;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/**
 * Text whose letters change with their neighbours or whose lines run from the right, and how it is
 * brought into lines all the same.
 *
 * <p>JavaFX (24 to 27-ea) cannot break a line within such text on Linux: the run that it splits is
 * shaped again with all its old letters ({@code PangoGlyphLayout} keeps them by the run), which
 * throws an {@link ArrayIndexOutOfBoundsException} for what runs from the right and draws over the
 * edge for the rest. One message in Arabic that is longer than a line would leave the window
 * without any layout. Runs that need not be split are fine, so here each word is one.
 */
public final class Shaping {
    /** Words that are longer may be wider than a line, and are taken letter by letter. */
    private static final int LONG = 24;

    /** The mark that counts as a letter of Latin and has no width (LRM). */
    private static final String FROM_THE_LEFT = "\u200e";

    private static final boolean NEEDED = System.getProperty("os.name", "").startsWith("Linux");

    private Shaping() {}

    /** Whether text has to be brought into lines by what is here. */
    public static boolean isNeeded(@Nullable String text) {
        if (!NEEDED || text == null || text.chars().allMatch(c -> c < 0x300)) {
            return false;
        }
        char[] chars = text.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length)
                || text.codePoints().anyMatch(c -> !isSimple(c));
    }

    /** Letters that stand by themselves, in the scripts that are written most. */
    private static boolean isSimple(int c) {
        return c < 0x300
                || isIn(c, 0x370, 0x58F) // Greek, Cyrillic, Armenian
                || isIn(c, 0x1E00, 0x200A) // Latin and Greek with marks
                || isIn(c, 0x2010, 0x2029) // between these two: what joins letters, and directions
                || isIn(c, 0x202F, 0x205F)
                || isIn(c, 0x2070, 0xA4CF) // signs, kana, Chinese
                || isIn(c, 0xAC00, 0xD7AF) // Hangul
                || isIn(c, 0xF900, 0xFAFF)
                || isIn(c, 0xFE30, 0xFE6F)
                || isIn(c, 0xFF00, 0xFFEF)
                || c == 0xFE0F // makes an emoji of what stands before it
                || isIn(c, 0x1F000, 0x3FFFF); // emoji, rare Chinese
    }

    private static boolean isIn(int c, int first, int last) {
        return first <= c && c <= last;
    }

    /**
     * What a sentence of ours is filled in with, so that a name that runs from the right turns
     * round neither the sentence nor what stands beside it: between marks that run from the left,
     * which are not seen.
     *
     * @param arguments stay as they are
     */
    public static Object[] embedded(Object... arguments) {
        Object[] embedded = arguments.clone();
        for (int i = 0; i < embedded.length; i++) {
            if (embedded[i] instanceof String text && runsFromTheRight(text)) {
                embedded[i] = FROM_THE_LEFT + text + FROM_THE_LEFT;
            }
        }
        return embedded;
    }

    private static boolean runsFromTheRight(String text) {
        char[] chars = text.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length);
    }

    /** The text in pieces within which no line needs to be broken: words, of long ones letters. */
    public static List<String> words(String text) {
        BreakIterator ends = BreakIterator.getLineInstance(Locale.getDefault());
        List<String> words = new ArrayList<>();
        for (String word : pieces(text, ends)) {
            if (word.length() > LONG) {
                words.addAll(letters(word));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** The text letter by letter, each with its marks. */
    public static List<String> letters(String text) {
        return pieces(text, BreakIterator.getCharacterInstance(Locale.ROOT));
    }

    private static List<String> pieces(String text, BreakIterator ends) {
        List<String> pieces = new ArrayList<>();
        ends.setText(text);
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** The text with boxes in place of what cannot be drawn. */
    public static String boxes(String text) {
        StringBuilder boxes = new StringBuilder(text.length());
        text.chars().forEach(c -> boxes.append(isSimple(c) ? (char) c : '□'));
        return boxes.toString();
    }

    /** Lets a label have several lines, but while its words would have to be shaped. */
    public static void wrap(Labeled label) {
        wrap(label.textProperty(), label.wrapTextProperty());
    }

    /** The same for whatever shows {@code text}. */
    public static void wrap(StringProperty text, BooleanProperty wraps) {
        wraps.set(!isNeeded(text.get()));
        text.addListener((_, _, now) -> wraps.set(!isNeeded(now)));
    }
}
