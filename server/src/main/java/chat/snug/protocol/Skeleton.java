package chat.snug.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What a name looks like: names that look the same have the same skeleton (<a
 * href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode Technical Standard 39,
 * confusable detection</a>, with a part of Unicode's table, and some more, in place of all of it).
 *
 * <ol>
 *   <li>Compatibility forms become what they are forms of, marks stand apart (NFKD).
 *   <li>A letter or sign that looks like another becomes that other: the letters and digits of all
 *       scripts of which Unicode's table says that they look like one of ASCII, in the case in
 *       which they do (В looks like B, but в does not look like b); kana and Hangul that look like
 *       a Chinese character; dashes, quotes, dots and strokes.
 *   <li>Marks that are not seen are left out: the dot on {@code i} and {@code j}, which have one
 *       (Unicode, Soft_Dotted), and what stands on the letter already (UTS 39, section 5.4).
 *   <li>All becomes lower case, and marks join their letters again (NFC).
 * </ol>
 *
 * ASCII is left as it is but for its case: {@code l}, {@code I} and {@code 1}, and {@code 0} and
 * {@code O}, stay apart, because half of all names on IRC differ by nothing else. {@link
 * #atAGlance} takes these for each other too.
 */
public final class Skeleton {
    private static final int DOT_ABOVE = 0x0307;
    private static final Map<Integer, Character> LOOKS = new HashMap<>();

    static {
        readTable();
        // Each pair of lines: what is seen, and what it is taken for.
        looks(
                "АВЕЅІЈКМНОРСТУҮХҺԌԚԜѴӀӏаеѕіјорсуүхһԁԛԝѵгкԍ",
                "abesIjkmhopctyyxhgqwvllaesijopcyyxhdqwvrkg");
        looks("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχγϲϳσ", "abezhIkmnoptyxaikvoptuxycjo");
        looks("ՏՍՕԼօոսհզցյԱ", "suololuhqgju");
        looks("ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᎽᏀᏃᏎᏏᏒᏕᏙᏚᏞᏟᏢᏦᏴᏂ", "drtiajewmhygz4brsvslcpkbh");
        looks("ıɑɡɩʏᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢɪɴʀꜱʙʜʟℓ", "iagiyacdejkmoptuvwzinrsbhll");
        looks("ーㅡ㇐カロ囗ニハエトタチへりㅣ㇑", "一一一力口口二八工卜夕千ヘリ丨丨");
        looks("‐‒–—―−⁃˗", "--------");
        looks("‘’‛′ʹʻʼʽˈ", "'''''''''");
        looks("“”″ʺ〃", "\"\"\"\"\"");
        looks("·•‧∙⋅・ꞏ", ".......");
        looks("⁄∕╱⧸", "////");
        looks("∣ǀ│❘", "||||");
        looks("∗⁎＊✱", "****");
        looks("꞉ː∶׃", "::::");
        looks("♯⌗", "##");
        looks("ǃ", "!");
        looks("∼˜⁓", "~~~");
    }

    private Skeleton() {}

    private static void readTable() {
        try (InputStream in = Skeleton.class.getResourceAsStream("looks.txt")) {
            if (in == null) {
                throw new IllegalStateException("looks.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.charAt(0) != '#')
                    .forEach(Skeleton::looks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the table: what is taken for, and the code points of which it is. */
    private static void looks(String line) {
        Character taken = line.charAt(0);
        for (String seen : line.substring(2).split(" ", -1)) {
            LOOKS.put(Integer.parseInt(seen, 16), taken);
        }
    }

    private static void looks(String seen, String taken) {
        if (seen.length() != taken.length()) {
            throw new IllegalStateException(
                    seen + " is " + seen.length() + " and " + taken + " is " + taken.length());
        }
        for (int i = 0; i < seen.length(); i++) {
            LOOKS.put((int) seen.charAt(i), taken.charAt(i));
        }
    }

    /** What {@code name} looks like, as it is written. */
    public static String of(String name) {
        return CaseMapping.ASCII.fold(seen(name));
    }

    /**
     * What {@code name} could be read as by somebody who does not look twice: as {@link #of}, and
     * {@code I}, {@code 1} and {@code |} are {@code l}, {@code 0} is {@code O}, {@code rn} is
     * {@code m} and {@code vv} is {@code w} (all but the last are confusable in the standard), and
     * so is what looks like them. How it is written matters: {@code pauI} could be read as {@code
     * paul}, and {@code paui} could not.
     */
    public static String atAGlance(String name) {
        return joined(CaseMapping.ASCII.fold(letters(seen(name))));
    }

    /** With letters in place of the digits and the bar that are read as them. */
    private static String letters(String seen) {
        StringBuilder letters = new StringBuilder(seen.length());
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            letters.append(
                    switch (c) {
                        case 'I', '1', '|' -> 'l';
                        case '0' -> 'o';
                        default -> c;
                    });
        }
        return letters.toString();
    }

    /** With one letter in place of two that are read as it. */
    private static String joined(String small) {
        StringBuilder joined = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            int last = joined.length() - 1;
            char before = last < 0 ? 0 : joined.charAt(last);
            if (c == 'n' && before == 'r') {
                joined.setCharAt(last, 'm');
            } else if (c == 'v' && before == 'v') {
                joined.setCharAt(last, 'w');
            } else {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    /** The name in ASCII where it looks like it, in the case in which it is written. */
    private static String seen(String name) {
        if (Utf8.isAscii(name)) {
            return name;
        }
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder seen = new StringBuilder(apart.length());
        int letter = 0;
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            boolean isMark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!isMark) {
                letter = seen.length();
            } else if (isUnseen(c, seen, letter)) {
                continue;
            }
            Character look = c < 0x80 ? null : LOOKS.get(c);
            seen.appendCodePoint(look == null ? c : look);
        }
        return seen.toString();
    }

    /**
     * Whether a mark more makes no difference to the eye.
     *
     * @param letter where the letter is on which it would stand, with its marks behind it
     */
    private static boolean isUnseen(int mark, StringBuilder seen, int letter) {
        return seen.indexOf(Character.toString(mark), letter) >= 0
                || (mark == DOT_ABOVE && letter < seen.length() && hasDot(seen.charAt(letter)));
    }

    private static boolean hasDot(char letter) {
        return letter == 'i' || letter == 'j';
    }
}
