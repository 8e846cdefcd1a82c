package chat.snug.room;

/**
 * Who did something, as they were called when they did it.
 *
 * @param nick the name
 * @param user the user name that the client gave
 * @param host the address the person comes from
 */
public record Author(String nick, String user, String host) {
    /** The form {@code nick!user@host} that masks are written in. */
    public String mask() {
        return nick + '!' + user + '@' + host;
    }
}
