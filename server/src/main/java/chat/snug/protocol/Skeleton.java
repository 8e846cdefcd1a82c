package chat.snug.protocol;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * What a name looks like: names that look the same have the same skeleton (<a
 * href="https://www.unicode.org/reports/tr39/#Confusable_Detection">Unicode Technical Standard 39,
 * confusable detection</a>, with a table of our own in place of all of Unicode's).
 *
 * <ol>
 *   <li>Compatibility forms become what they are forms of, marks stand apart (NFKD).
 *   <li>A letter or sign that looks like another becomes that other: the Cyrillic, Greek, Armenian
 *       and Cherokee letters that look Latin, in the case in which they do (В looks like B, but в
 *       does not look like b); kana and Hangul that look like a Chinese character; dashes, quotes,
 *       dots and strokes.
 *   <li>All becomes lower case, and marks join their letters again (NFC).
 * </ol>
 *
 * ASCII is left as it is but for its case: {@code l}, {@code I} and {@code 1}, and {@code 0} and
 * {@code O}, stay apart, because half of all names on IRC differ by nothing else. {@link
 * #atAGlance} takes these for each other too.
 */
public final class Skeleton {
    private static final Map<Integer, Character> LOOKS = new HashMap<>();

    static {
        // Each pair of lines: what is seen, and what it is taken for.
        looks(
                "АВЕЅІЈКМНОРСТУҮХҺԌԚԜѴӀӏаеѕіјорсуүхһԁԛԝѵгкԍ",
                "abesijkmhopctyyxhgqwvllaesijopcyyxhdqwvrkg");
        looks("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχγϲϳσ", "abezhikmnoptyxaikvoptuxycjo");
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
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return ofAny(name);
            }
        }
        return CaseMapping.ASCII.fold(name);
    }

    /**
     * What {@code name} could be read as by somebody who does not look twice: as {@link #of}, and
     * {@code I}, {@code 1} and {@code |} are {@code l}, {@code 0} is {@code O}, {@code rn} is
     * {@code m} and {@code vv} is {@code w} (all but the last are confusable in the standard). How
     * it is written matters: {@code pauI} could be read as {@code paul}, and {@code paui} could
     * not.
     */
    public static String atAGlance(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder read = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            read.appendCodePoint(
                    switch (c) {
                        case 'I', '1', '|' -> 'l';
                        case '0' -> 'o';
                        default -> c;
                    });
        }
        return of(read.toString()).replace("rn", "m").replace("vv", "w");
    }

    private static String ofAny(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder skeleton = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            Character look = c < 0x80 ? null : LOOKS.get(c);
            skeleton.appendCodePoint(look == null ? c : look);
        }
        return CaseMapping.ASCII.fold(skeleton.toString());
    }
}
