package chat.snug.server.login;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;

import chat.snug.account.Verifier;
import chat.snug.protocol.Command;
import chat.snug.server.accounts.Account;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.AccountLimits;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Registration;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * REGISTER and VERIFY (<a href="https://ircv3.net/specs/extensions/account-registration">IRCv3
 * account-registration</a>). An account needs a name and a password and nothing else: an address
 * for mail is taken and forgotten, and nothing has to be verified. Who is known by a key may give
 * their account a password in the same way.
 */
public final class AccountCommands {
    private static final Logger LOG = LoggerFactory.getLogger(AccountCommands.class);

    private static final String REGISTER = "REGISTER";
    private static final String VERIFY = "VERIFY";
    private static final String NONE = "*";
    private static final String UNAVAILABLE = "TEMPORARILY_UNAVAILABLE";
    private static final String TOO_MANY = "There were too many new accounts; try again later";

    private final ServerState server;
    private final Replies replies;
    private final Login login;

    public AccountCommands(ServerState server, Login login) {
        this.server = server;
        this.replies = server.replies;
        this.login = login;
    }

    public void addTo(CommandDispatcher table) {
        table.on(REGISTER, ANYBODY, Command.Register.class, this::register);
        table.on(VERIFY, ANYBODY, Command.Verify.class, this::verify);
    }

    private void register(Session session, Command.Register command) {
        Registration registration = session.registration();
        String nick = registration == null ? session.nick() : registration.nick;
        Account keyed = keyed(session);
        if (keyed != null) {
            givePassword(session, keyed, command);
            return;
        }
        if (isRefused(session, REGISTER, command.account())) {
            return;
        }
        if (nick == null) {
            fail(session, "NEED_NICK", NONE, "Say first what you want to be called: NICK");
            return;
        }
        String name = command.account().equals(NONE) ? nick : command.account();
        if (isHeld(session, name)
                || isNameTaken(session, name)
                || isEmailWrong(session, name, command.email())) {
            return;
        }
        if (isPasswordBad(session, name, command.password())) {
            return;
        }
        if (server.store.trouble() != null) {
            notKept(session, name);
            return;
        }
        if (!server.registrations.mayTry(session.remote()) || isFull()) {
            fail(session, UNAVAILABLE, name, TOO_MANY);
            return;
        }
        server.registrations.count(
                session.remote()); // others from there may come before it is made
        String password = command.password();
        session.intake.later(
                server.passwords.submit(session.remote(), () -> server.accounts.verifier(password)),
                (verifier, failure) -> {
                    if (verifier == null || failure != null) {
                        fail(session, UNAVAILABLE, name, "Too many people register; try again");
                    } else if (isFull()) {
                        fail(session, UNAVAILABLE, name, TOO_MANY);
                    } else if (!isHeld(session, name) && !isNameTaken(session, name)) {
                        add(session, name, verifier);
                    }
                });
    }

    private boolean isFull() {
        return server.accounts.count() >= server.limits.accounts().accounts();
    }

    /** The account of somebody who is known by a key and has no password yet, null otherwise. */
    private @Nullable Account keyed(Session session) {
        Account login = session.isRegistered() ? session.login() : null;
        Account account = server.accounts.current(login);
        return account == null || account.verifier() != null ? null : account;
    }

    /** A password beside the keys, for programs that have none. */
    private void givePassword(Session session, Account account, Command.Register command) {
        String name = account.name();
        String password = command.password();
        if (!command.account().equals(NONE) && !server.accounts.isSame(name, command.account())) {
            fail(session, "ALREADY_AUTHENTICATED", name, "You are logged in as " + name);
        } else if (server.store.trouble() != null) {
            notKept(session, name);
        } else if (!isPasswordBad(session, name, password)) {
            session.intake.later(
                    server.passwords.submit(
                            session.remote(), () -> server.accounts.verifier(password)),
                    (verifier, failure) -> {
                        Account now = keyed(session);
                        if (verifier == null || failure != null) {
                            fail(session, UNAVAILABLE, name, "Too many people register; try again");
                        } else if (now != null && account.isSame(now)) {
                            server.accounts.add(now.withPassword(verifier));
                            session.answers.holdUntilKept(REGISTER, name);
                            replies.say(session, REGISTER, "SUCCESS", name, "Your password is set");
                        }
                    });
        }
    }

    /** What holds for both commands. */
    private boolean isRefused(Session session, String command, String name) {
        Registration registration = session.registration();
        Account claim = registration == null ? null : registration.claim;
        String account = claim == null ? session.account() : claim.name();
        if (registration != null && !server.options.registerBeforeConnect()) {
            replies.fail(
                    session,
                    command,
                    "COMPLETE_CONNECTION_REQUIRED",
                    "Complete the connection before you register an account");
        } else if (registration != null && !Admission.mayEnter(server, session, registration)) {
            fail(
                    session,
                    command,
                    UNAVAILABLE,
                    name,
                    server.desk.isGuarded()
                            ? "This server has a password: send it first with PASS"
                            : "Somebody has to let you in first");
        } else if (account != null) {
            fail(
                    session,
                    command,
                    "ALREADY_AUTHENTICATED",
                    account,
                    "You are logged in as " + account + " already");
        } else {
            return false;
        }
        return true;
    }

    private boolean isNameTaken(Session session, String name) {
        Session called = server.people.called(server.fold(name));
        if (!server.names.isNick(name)) {
            fail(session, "BAD_ACCOUNT_NAME", name, "An account's name is one for a person");
        } else if (server.accounts.exists(name)) {
            fail(session, "ACCOUNT_EXISTS", name, "There is an account of that name");
        } else if (server.accounts.isImitatedBy(name)) {
            fail(session, "BAD_ACCOUNT_NAME", name, "It looks like the name of another account");
        } else if (called != null && !called.equals(session)) {
            fail(session, "BAD_ACCOUNT_NAME", name, "Somebody else is called that now");
        } else if (server.people.isImitation(name, session)) {
            fail(session, "BAD_ACCOUNT_NAME", name, "It looks like the name of somebody here");
        } else {
            return false;
        }
        return true;
    }

    private boolean isHeld(Session session, String name) {
        String room = login.heldIn(session, name);
        if (room != null) {
            fail(session, UNAVAILABLE, name, "You are banned or muted as you are in " + room);
        }
        return room != null;
    }

    /** Whatever has something on both sides of an at sign may be an address. */
    private boolean isEmailWrong(Session session, String name, String email) {
        int at = email.lastIndexOf('@');
        if (email.equals(NONE) || (at > 0 && at < email.length() - 1)) {
            return false;
        }
        fail(session, "INVALID_EMAIL", name, "That is no address for mail; * stands for none");
        return true;
    }

    private boolean isPasswordBad(Session session, String name, String password) {
        AccountLimits limits = server.limits.accounts();
        int bytes = NameRules.bytes(password);
        if (bytes > limits.maxPassword()) {
            fail(
                    session,
                    "UNACCEPTABLE_PASSWORD",
                    name,
                    "A password has " + limits.maxPassword() + " bytes at most");
        } else if (bytes < limits.minPassword()) {
            fail(
                    session,
                    "WEAK_PASSWORD",
                    name,
                    "A password has " + limits.minPassword() + " bytes at least");
        } else if (server.accounts.isSame(password, name)) {
            fail(session, "WEAK_PASSWORD", name, "The password must not be the name");
        } else if (!Verifier.isUsable(password)) {
            fail(
                    session,
                    "UNACCEPTABLE_PASSWORD",
                    name,
                    "The password has characters that cannot be typed");
        } else {
            return false;
        }
        return true;
    }

    /** Success is told when the account is kept. */
    private void add(Session session, String name, Verifier verifier) {
        Account account = new Account(name, verifier, server.ids.now());
        server.accounts.add(account);
        LOG.info("The account {} was made from {}", name, session.address());
        CompletableFuture<Account> kept = new CompletableFuture<>();
        server.store.afterCommit(() -> kept.complete(account));
        session.intake.later(
                kept,
                (_, _) -> {
                    if (server.store.trouble() != null) {
                        server.accounts.remove(account);
                        notKept(session, name);
                        return;
                    }
                    if (server.accounts.current(account) == null) {
                        notKept(session, name);
                        return;
                    }
                    replies.say(
                            session, REGISTER, "SUCCESS", name, "Account successfully registered");
                    login.in(session, account);
                });
    }

    /** An account that would be gone after a restart is none. */
    private void notKept(Session session, String name) {
        fail(session, UNAVAILABLE, name, "No account can be kept here now; try again later");
    }

    /** No registration waits for a code, so no code is right. */
    private void verify(Session session, Command.Verify command) {
        if (!isRefused(session, VERIFY, command.account())) {
            fail(
                    session,
                    VERIFY,
                    "INVALID_CODE",
                    command.account(),
                    "No account here has to be verified");
        }
    }

    private void fail(Session session, String code, String name, String text) {
        fail(session, REGISTER, code, name, text);
    }

    private void fail(Session session, String command, String code, String name, String text) {
        replies.say(session, "FAIL", command, code, name, text);
    }
}
