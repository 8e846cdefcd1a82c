package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of a list of masks looks at. Most look at {@code nick!user@host}; an extended one
 * begins with {@link #PREFIX}, a letter and a colon:
 *
 * <ul>
 *   <li>{@code ~a:account} looks at the account that somebody is signed in to, or whose key they
 *       have (<a href="https://ircv3.net/specs/extensions/account-extban">IRCv3
 *       account-extban</a>).
 *   <li>{@code ~z:fingerprint} looks at the key that they have proved to have.
 *   <li>{@code ~t:minutes:mask} is any of the others, for so long after it was set.
 * </ul>
 *
 * @param subject what it looks at
 * @param mask what that has to match, folded
 * @param minutes for how long it holds, 0 for as long as it is not taken away
 */
public record PersonPattern(Subject subject, Mask mask, int minutes) {
    /** What extended masks begin with. */
    public static final char PREFIX = '~';

    public static final char ACCOUNT_LETTER = 'a';
    public static final char KEY_LETTER = 'z';
    public static final char TIME_LETTER = 't';

    private static final int HEAD = 3;
    private static final long MILLIS_PER_MINUTE = 60_000;

    /** What a mask can look at. */
    public enum Subject {
        NAME_AND_ADDRESS,
        ACCOUNT,
        KEY
    }

    /** Reads a mask that a list may have, folded or not. */
    public static PersonPattern of(String mask) {
        int colon = mask.indexOf(':', HEAD);
        if (isOf(TIME_LETTER, mask) && colon > 0) {
            PersonPattern inner = of(mask.substring(colon + 1));
            return new PersonPattern(
                    inner.subject, inner.mask, number(mask.substring(HEAD, colon)));
        }
        if (isOf(ACCOUNT_LETTER, mask)) {
            return new PersonPattern(Subject.ACCOUNT, new Mask(mask.substring(HEAD)), 0);
        }
        return isOf(KEY_LETTER, mask)
                ? new PersonPattern(Subject.KEY, new Mask(mask.substring(HEAD)), 0)
                : new PersonPattern(Subject.NAME_AND_ADDRESS, new Mask(mask), 0);
    }

    /** Whether a mask is extended in that way. */
    public static boolean isOf(char letter, String mask) {
        return mask.length() > HEAD
                && mask.charAt(0) == PREFIX
                && mask.charAt(1) == letter
                && mask.charAt(2) == ':';
    }

    /**
     * The mask for whoever is called so.
     *
     * @param end when it ends, in milliseconds of the epoch; the greatest number for never
     * @param now the same
     */
    static String called(String nick, long end, long now) {
        String mask = nick + "!*@*";
        if (end == Long.MAX_VALUE) {
            return mask;
        }
        long minutes = Math.max(1, Math.ceilDiv(end - now, MILLIS_PER_MINUTE));
        return "" + PREFIX + TIME_LETTER + ':' + minutes + ':' + mask;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** Whether it means somebody as they are now. */
    public boolean means(Person person) {
        return matches(new Looks(person));
    }

    boolean matches(Looks looks) {
        @Nullable String looked = looks.at(subject);
        return looked != null && mask.matches(looked);
    }

    /**
     * When what was set then does not hold any more, in milliseconds of the epoch.
     *
     * @return {@link Long#MAX_VALUE} for never
     */
    long ends(long setAt) {
        return minutes == 0 ? Long.MAX_VALUE : setAt + minutes * MILLIS_PER_MINUTE;
    }
}
