package chat.snug.protocol;

/**
 * Where a message comes from: {@code nick!user@host}, or a server's name with {@code user} and
 * {@code host} empty.
 */
public record Source(String nick, String user, String host) {
    /** A server as the source. */
    public static Source server(String name) {
        return new Source(name, "", "");
    }

    /** Reads the text after the colon; what is missing becomes empty, nothing is refused. */
    public static Source parse(String text) {
        int at = text.indexOf('@');
        String head = at < 0 ? text : text.substring(0, at);
        String host = at < 0 ? "" : text.substring(at + 1);
        int bang = head.indexOf('!');
        return bang < 0
                ? new Source(head, "", host)
                : new Source(head.substring(0, bang), head.substring(bang + 1), host);
    }

    /** The form on the wire, without the leading colon. */
    @Override
    public String toString() {
        String head = user.isEmpty() ? nick : nick + '!' + user;
        return host.isEmpty() ? head : head + '@' + host;
    }
}
