package chat.snug.server.login;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.key.Fingerprint;
import chat.snug.protocol.Command;
import chat.snug.server.accounts.Account;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * KEY, a command of our own: which keys open the account that somebody is signed in to, besides its
 * password. {@code KEY ADD} adds that of the connection, {@code KEY LIST} tells them, {@code KEY
 * DEL fingerprint} takes one away, but never the last way in, and signs out whoever else is in by
 * it. Answers are standard replies.
 */
public final class KeyCommands {
    private static final String KEY = "KEY";

    private final ServerState server;
    private final Replies replies;
    private final Login login;

    public KeyCommands(ServerState server, Login login) {
        this.server = server;
        this.login = login;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on(KEY, REGISTERED, Command.Key.class, this::key);
    }

    private void key(Session session, Command.Key command) {
        Account account = server.accounts.current(session.login());
        if (account == null) {
            fail(session, "ACCOUNT_REQUIRED", "*", "Sign in to an account first");
            return;
        }
        switch (command.action().toUpperCase(Locale.ROOT)) {
            case "ADD" -> add(session, account, session.key());
            case "DEL" -> remove(session, account, command.fingerprint());
            case "LIST" -> list(session, account);
            default ->
                    fail(
                            session,
                            "UNKNOWN_SUBCOMMAND",
                            command.action(),
                            "It is KEY ADD, KEY DEL fingerprint or KEY LIST");
        }
    }

    private void add(Session session, Account account, @Nullable Fingerprint key) {
        int most = server.limits.accounts().keys();
        Account owner = key == null ? null : server.accounts.of(key);
        if (key == null) {
            fail(session, "NO_KEY", "*", "Your program shows no certificate, or not over TLS");
        } else if (owner != null && !owner.isSame(account)) {
            fail(session, "KEY_IN_USE", key.toString(), "It is a key of " + owner.name());
        } else if (owner == null && account.keys().size() >= most) {
            fail(session, "TOO_MANY_KEYS", key.toString(), "An account has " + most + " at most");
        } else if (mayKeep(session, key.toString())) {
            server.accounts.add(account.with(key));
            session.answers.holdUntilKept(KEY, key.toString());
            note(session, "ADDED", key.toString(), "It opens your account from now on");
        }
    }

    private void remove(Session session, Account account, String text) {
        Fingerprint key = Fingerprint.parse(text);
        if (key == null || !account.keys().contains(key)) {
            fail(session, "NO_SUCH_KEY", text.isEmpty() ? "*" : text, "KEY LIST tells yours");
        } else if (account.keys().size() == 1 && account.verifier() == null) {
            fail(session, "LAST_KEY", text, "Nobody could sign in then; set a password: REGISTER");
        } else if (mayKeep(session, text)) {
            server.accounts.add(account.without(key));
            session.answers.holdUntilKept(KEY, text);
            login.outBy(key, account, session);
            note(session, "REMOVED", text, "It does not open your account any more");
        }
    }

    private void list(Session session, Account account) {
        Fingerprint own = session.key();
        for (Fingerprint key : account.keys()) {
            note(
                    session,
                    "LISTED",
                    key.toString(),
                    key.equals(own) ? "The key that you use now" : "A key of yours");
        }
        note(
                session,
                "END_OF_LIST",
                account.name(),
                account.keys().size()
                        + (account.verifier() == null
                                ? " keys, no password"
                                : " keys, a password"));
    }

    private boolean mayKeep(Session session, String context) {
        if (server.store.trouble() == null) {
            return true;
        }
        fail(session, "TEMPORARILY_UNAVAILABLE", context, "Nothing can be kept here now");
        return false;
    }

    private void note(Session session, String code, String context, String text) {
        replies.say(session, "NOTE", KEY, code, context, text);
    }

    private void fail(Session session, String code, String context, String text) {
        replies.say(session, "FAIL", KEY, code, context, text);
    }
}
