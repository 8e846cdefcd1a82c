package chat.snug.server.names;

import chat.snug.key.Fingerprint;
import chat.snug.room.PersonPattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks of people, as they are written in lists: {@code nick!user@host} with wildcards, or extended
 * ones ({@link PersonPattern}).
 */
public final class PersonMask {
    private static final int MAX_BYTES = 120;

    /** A year. */
    private static final int MOST_MINUTES = 366 * 24 * 60;

    private static final int HEAD = 3;

    private PersonMask() {}

    /** The whole mask for what somebody wrote; null if it cannot be one. */
    public static @Nullable String of(String text) {
        if (PersonPattern.isOf(PersonPattern.TIME_LETTER, text)) {
            int colon = text.indexOf(':', HEAD);
            String inner = colon < 0 ? null : untimed(text.substring(colon + 1));
            int minutes = colon < 0 ? 0 : minutes(text.substring(HEAD, colon));
            return inner == null || minutes == 0 ? null : "~t:" + minutes + ':' + inner;
        }
        return untimed(text);
    }

    private static @Nullable String untimed(String text) {
        boolean isExtended =
                text.length() >= HEAD
                        && text.charAt(0) == PersonPattern.PREFIX
                        && text.charAt(2) == ':';
        if (!isExtended) {
            return complete(text);
        }
        String value = text.substring(HEAD);
        return switch (text.charAt(1)) {
            case PersonPattern.ACCOUNT_LETTER -> isWord(value) ? text : null;
            case PersonPattern.KEY_LETTER -> Fingerprint.parse(value) == null ? null : text;
            default -> null;
        };
    }

    private static boolean isWord(String value) {
        return !value.isEmpty()
                && value.chars().noneMatch(c -> c <= ' ' || c == ':')
                && NameRules.bytes(value) <= MAX_BYTES;
    }

    private static int minutes(String text) {
        try {
            int minutes = Integer.parseInt(text);
            return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** The whole mask for what somebody wrote: what is missing may be anything. */
    public static String complete(String text) {
        int space = text.indexOf(' ');
        String mask = NameRules.cut(space < 0 ? text : text.substring(0, space), MAX_BYTES);
        int at = mask.lastIndexOf('@');
        String host = at < 0 ? "*" : orAny(mask.substring(at + 1));
        String head = at < 0 ? mask : mask.substring(0, at);
        int bang = head.indexOf('!');
        if (bang >= 0) {
            return orAny(head.substring(0, bang))
                    + '!'
                    + orAny(head.substring(bang + 1))
                    + '@'
                    + host;
        }
        return at < 0 ? orAny(head) + "!*@*" : "*!" + orAny(head) + '@' + host;
    }

    private static String orAny(String part) {
        return part.isEmpty() ? "*" : part;
    }
}
