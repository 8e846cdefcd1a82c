package chat.snug.ui.composer;

import org.jspecify.annotations.Nullable;

/**
 * The word that ends at the caret.
 *
 * @param start where it begins
 * @param text all of it, up to the caret
 */
record WordAtCaret(int start, String text) {
    static WordAtCaret in(String text, int caret) {
        int start = caret;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return new WordAtCaret(start, text.substring(start, caret));
    }

    /** What follows {@code sign} if the word begins with it, else null. */
    @Nullable String after(char sign) {
        return !text.isEmpty() && text.charAt(0) == sign ? text.substring(1) : null;
    }
}
