package chat.snug.server.names;

import chat.snug.protocol.Limits;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What people and rooms may be called: letters, marks and digits of any script. Nothing that cannot
 * be seen, and nothing that the protocol gives a meaning (<a
 * href="https://modern.ircdocs.horse/#clients">Modern IRC, clients</a> and channels).
 *
 * <p>This is a subset of PRECIS (RFC 8264): people have identifiers, in which letters are written
 * as themselves and not in a compatibility form such as a ligature; rooms have free text without
 * spaces. Beyond PRECIS the {@link Scripts} of a name have to agree. Which names are the same is
 * said by {@code CaseMapping}, and which look the same by {@code Skeleton}.
 */
public final class NameRules {
    /** What a name may hold beside letters, marks and digits (RFC 2812, section 2.3.1). */
    private static final String SPECIAL = "[]\\`_^{|}-";

    /** A host: the text of an address, or what an operator gave. */
    public static final int HOST_LENGTH = 63;

    private static final char ROOM_PREFIX = '#';

    private final Limits limits;

    public NameRules(Limits limits) {
        this.limits = limits;
    }

    /** Whether a person may be called so. */
    public boolean isNick(String name) {
        if (name.isEmpty()
                || name.charAt(0) == '-'
                || isMark(name.codePointAt(0))
                || bytes(name) > limits.nickLength()) {
            return false;
        }
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if (!isNickPart(c) && SPECIAL.indexOf(c) < 0) {
                return false;
            }
            i += Character.charCount(c);
        }
        return Scripts.agree(name);
    }

    /** Whether a room may be called so; its name begins with {@code #}. */
    public boolean isRoom(String name) {
        return name.length() > 1
                && name.charAt(0) == ROOM_PREFIX
                && bytes(name) <= limits.channelLength()
                && name.codePoints().allMatch(NameRules::isRoomPart)
                && Scripts.agree(name);
    }

    /**
     * The name without what cannot be seen in it: keyboards put invisible characters behind and
     * between emoji, and names that look the same should be the same.
     */
    public static String visible(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > '\u00AC') { // the first format character follows
                return name.codePoints()
                        .filter(c -> !isInvisible(c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return name;
    }

    /** Whether somebody means a room by it, valid or not. */
    public static boolean looksLikeRoom(String name) {
        return !name.isEmpty() && name.charAt(0) == ROOM_PREFIX;
    }

    /** Whether it can be the host in a source. */
    public static boolean isHost(String host) {
        return !host.isEmpty()
                && host.length() <= HOST_LENGTH
                && host.charAt(0) != ':'
                && host.chars().allMatch(c -> isAsciiAlphanumeric(c) || "-._:/".indexOf(c) >= 0);
    }

    private static boolean isAsciiAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** The user part of a source: what of the given one may stand there, never empty. */
    public String user(String given) {
        StringBuilder user = new StringBuilder();
        for (int i = 0; i < given.length(); ) {
            int c = given.codePointAt(i);
            if (isNamePart(c) || c == '.' || SPECIAL.indexOf(c) >= 0) {
                user.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return user.isEmpty() ? "user" : cut(user.toString(), limits.userLength());
    }

    /** The longest beginning of the text that has no more bytes, whole code points only. */
    public static String cut(String text, int maxBytes) {
        if (text.length() * 3L <= maxBytes) {
            return text;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isNamePart(int c) {
        return (Character.isLetterOrDigit(c) || isMark(c)) && !isInvisible(c);
    }

    /** A letter that is a form of another stands for the other in wide forms only (RFC 8265). */
    private static boolean isNickPart(int c) {
        if (!isNamePart(c) || isStroke(c)) {
            return false;
        }
        if (c < 0x80 || (c >= 0xFF01 && c <= 0xFFEE)) {
            return true;
        }
        String text = Character.toString(c);
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .equals(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** What has no shape of its own looks like anything else that has none. */
    private static boolean isRoomPart(int c) {
        return c != ','
                && !Character.isISOControl(c)
                && !Character.isSpaceChar(c)
                && !isInvisible(c)
                && switch (Character.getType(c)) {
                    case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                    default -> true;
                };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Marks that no language writes on a letter: those that lie over the letter, so that it looks
     * struck out or like itself; those for symbols, halves of marks, and those of musical notes.
     */
    private static boolean isStroke(int c) {
        return (c >= 0x0334 && c <= 0x0338)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F)
                || (c >= 0x1D165 && c <= 0x1D1AD);
    }

    /** Format characters, and others of which nothing is seen (Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x034F
                || (c >= 0x115F && c <= 0x1160)
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
