package chat.snug.server.names;

/** Masks of people, as they are written in lists: {@code nick!user@host} with wildcards. */
public final class PersonMask {
    private static final int MAX_BYTES = 120;

    private PersonMask() {}

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
