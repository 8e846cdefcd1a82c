package chat.snug.server.names;

import chat.snug.protocol.Utf8;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the letters of a name belong together, so that a name in one script cannot be imitated
 * with letters of another (<a
 * href="https://www.unicode.org/reports/tr39/#Restriction_Level_Detection">Unicode Technical
 * Standard 39, restriction levels</a>: moderately restrictive, word by word).
 */
final class Scripts {
    /** What is written together in Chinese, Japanese and Korean. */
    private static final List<Set<UnicodeScript>> TOGETHER =
            List.of(
                    EnumSet.of(
                            UnicodeScript.LATIN,
                            UnicodeScript.HAN,
                            UnicodeScript.HIRAGANA,
                            UnicodeScript.KATAKANA),
                    EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
                    EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    /**
     * What may stand beside Latin: scripts in common use, without Cyrillic, Greek and Armenian, of
     * which too many letters look Latin, and without those that are written from the right.
     */
    private static final Set<UnicodeScript> BESIDE_LATIN =
            EnumSet.of(
                    UnicodeScript.BENGALI,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.DEVANAGARI,
                    UnicodeScript.ETHIOPIC,
                    UnicodeScript.GEORGIAN,
                    UnicodeScript.GUJARATI,
                    UnicodeScript.GURMUKHI,
                    UnicodeScript.HAN,
                    UnicodeScript.HANGUL,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KANNADA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.KHMER,
                    UnicodeScript.LAO,
                    UnicodeScript.MALAYALAM,
                    UnicodeScript.MYANMAR,
                    UnicodeScript.ORIYA,
                    UnicodeScript.SINHALA,
                    UnicodeScript.TAMIL,
                    UnicodeScript.TELUGU,
                    UnicodeScript.THAI,
                    UnicodeScript.TIBETAN);

    private Scripts() {}

    /**
     * Whether each word is in one script, its marks stand on letters of theirs, and the whole is in
     * one direction.
     */
    static boolean agree(String name) {
        if (Utf8.isAscii(name)) {
            return true; // Latin, and what belongs to all scripts
        }
        Set<UnicodeScript> word = EnumSet.noneOf(UnicodeScript.class);
        UnicodeScript base = UnicodeScript.COMMON;
        boolean leftToRight = false;
        boolean rightToLeft = false;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            if (!isLetterOrMark(c)) {
                if (!belong(word)) {
                    return false;
                }
                word.clear();
                base = UnicodeScript.COMMON;
                continue;
            }
            UnicodeScript script = UnicodeScript.of(c);
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                if (!Character.isLetter(c) && script != base) {
                    return false;
                }
                base = script;
                word.add(script);
            }
            byte direction = Character.getDirectionality(c);
            leftToRight |= direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            rightToLeft |=
                    direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
        return belong(word) && !(leftToRight && rightToLeft);
    }

    private static boolean belong(Set<UnicodeScript> scripts) {
        if (scripts.size() <= 1) {
            return true;
        }
        for (Set<UnicodeScript> together : TOGETHER) {
            if (together.containsAll(scripts)) {
                return true;
            }
        }
        return scripts.size() == 2
                && scripts.contains(UnicodeScript.LATIN)
                && scripts.stream().anyMatch(BESIDE_LATIN::contains);
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK ->
                            true;
                    default -> false;
                };
    }
}
