package chat.snug.client;

import java.lang.Character.UnicodeScript;

/** Whether a text names somebody: as a whole word, without regard to case. */
final class Mention {
    private Mention() {}

    static boolean names(String text, String name) {
        if (name.isEmpty()) {
            return false;
        }
        for (int at = 0; at <= text.length() - name.length(); at++) {
            if (text.regionMatches(true, at, name, 0, name.length())
                    && isEdge(text, at)
                    && isEdge(text, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word can begin or end at this place. */
    private static boolean isEdge(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        return !isWord(before) || !isWord(after) || isUnspaced(before) || isUnspaced(after);
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }

    /** Scripts that put no space between words: every character may be an edge. */
    private static boolean isUnspaced(int point) {
        if (point < 0x0E00) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.THAI
                || script == UnicodeScript.LAO
                || script == UnicodeScript.KHMER
                || script == UnicodeScript.MYANMAR;
    }
}
