package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as they were called when they did it.
 *
 * @param nick the name
 * @param user the user name that the client gave
 * @param host the address the person comes from
 * @param account the account they were logged in to, null if to none
 * @param bot whether they said of themselves that they are a program
 */
public record Author(String nick, String user, String host, @Nullable String account, boolean bot) {
    /** A person without an account. */
    public Author(String nick, String user, String host) {
        this(nick, user, host, null, false);
    }

    /** The same person under another name. */
    Author called(String name) {
        return new Author(name, user, host, account, bot);
    }

    /** The form {@code nick!user@host} that masks are written in. */
    public String mask() {
        return nick + '!' + user + '@' + host;
    }
}
