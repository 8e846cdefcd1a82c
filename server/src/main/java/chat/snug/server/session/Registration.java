package chat.snug.server.session;

import chat.snug.protocol.Source;
import chat.snug.server.accounts.Account;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has said about itself before it is let in; thrown away afterwards. It is
 * complete when name and user are known and capability negotiation, once begun, has ended.
 */
public final class Registration {
    public @Nullable String password;
    public @Nullable String nick;
    public @Nullable String user;
    public String realName = "";

    /** Between the first CAP LS or CAP REQ and CAP END. */
    public boolean negotiating;

    /**
     * The account that it is to have by its key if its name is still free when it is let in; null
     * for none. It holds nothing until then, and nobody else sees it.
     */
    public @Nullable Account claim;

    /** As whom somebody let it in who was asked; null if nobody did. */
    public @Nullable String admittedAs;

    private boolean mayChoose;

    /**
     * Whether somebody who was asked has let it in under the name that it wants now; or under
     * another one that it could not have.
     */
    public boolean isAdmitted() {
        return admittedAs != null && (mayChoose || admittedAs.equals(nick));
    }

    /** It cannot have the name that it wants. */
    public void refused() {
        mayChoose = isAdmitted();
    }

    /** Who it is, if everything is known, and null if something is missing. */
    public @Nullable Source complete(String host) {
        return nick == null || user == null || negotiating ? null : new Source(nick, user, host);
    }
}
