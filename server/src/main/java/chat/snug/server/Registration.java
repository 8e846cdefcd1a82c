package chat.snug.server;

import chat.snug.protocol.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has said about itself before it is let in; thrown away afterwards. It is
 * complete when name and user are known and capability negotiation, once begun, has ended.
 */
final class Registration {
    @Nullable String password;
    @Nullable String nick;
    @Nullable String user;
    String realName = "";

    /** Between the first CAP LS or CAP REQ and CAP END. */
    boolean negotiating;

    /** Who it is, if everything is known, and null if something is missing. */
    @Nullable Source complete(String host) {
        return nick == null || user == null || negotiating ? null : new Source(nick, user, host);
    }
}
