package chat.snug.client;

import chat.snug.protocol.Limits;
import chat.snug.protocol.TextSplitter;

/**
 * A person's name as they type it, and as it can stand on the wire: what our own server takes,
 * letters, marks and digits of any script and the few other characters of RFC 2812, section 2.3.1.
 */
public final class PersonName {
    private static final String SPECIAL = "[]\\`_^{|}-";

    private PersonName() {}

    /**
     * Who {@code typed} is on a host: {@code Mei Tanaka} becomes {@code Mei-Tanaka}, with the whole
     * as the longer name. The short name is empty if nothing usable was typed.
     */
    public static Identity toIdentity(String typed) {
        String shown = typed.strip();
        StringBuilder kept = new StringBuilder();
        shown.codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .filter(c -> c == ' ' || isNamePart(c) || SPECIAL.indexOf(c) >= 0)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().strip().replaceAll(" +", "-");
        int begin = 0;
        while (begin < name.length() && cannotBegin(name.codePointAt(begin))) {
            begin += Character.charCount(name.codePointAt(begin));
        }
        int most = Limits.defaults().nickLength();
        return new Identity(TextSplitter.head(name.substring(begin), most), shown);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean cannotBegin(int c) {
        return c == '-' || isMark(c);
    }

    private static boolean isNamePart(int c) {
        return (Character.isLetterOrDigit(c) || isMark(c)) && !isInvisible(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Letters and marks of which nothing is seen (Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int c) {
        return c == 0x034F
                || (c >= 0x115F && c <= 0x1160)
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
