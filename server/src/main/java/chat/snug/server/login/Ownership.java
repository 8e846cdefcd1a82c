package chat.snug.server.login;

import chat.snug.key.Fingerprint;
import chat.snug.server.accounts.Account;
import chat.snug.server.session.Registration;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose a name is, where people prove it by a key: the first who takes a name owns it. A key that
 * is known opens its account; one that is not may have a name that nobody else has, is called by or
 * could be taken for.
 */
final class Ownership {
    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

    /** What came of it. */
    sealed interface Finding {}

    /** It is theirs. */
    record Owner(Account account) implements Finding {}

    /**
     * It is not.
     *
     * @param reason the end of a sentence
     */
    record Refused(String reason) implements Finding {}

    private final ServerState server;

    Ownership(ServerState server) {
        this.server = server;
    }

    /**
     * The account of the key that a client has proved to have, maybe a new one.
     *
     * @param wanted the account that it asks for; empty for its own, or for one that is called as
     *     it is
     */
    Finding find(Session session, String wanted) {
        Fingerprint key = session.key();
        if (key == null) {
            return new Refused("your program showed no certificate");
        }
        Account known = server.accounts.of(key);
        if (known != null) {
            return wanted.isEmpty() || server.accounts.isSame(wanted, known.name())
                    ? new Owner(known)
                    : new Refused("you cannot act as somebody else");
        }
        Registration registration = session.registration();
        String nick = registration == null ? session.nick() : registration.nick;
        String name = wanted.isEmpty() ? nick : wanted;
        if (name == null) {
            return new Refused("say first what you want to be called: NICK");
        }
        String reason = whyNot(session, registration, name);
        return reason == null
                ? new Owner(found(session, registration, name, key))
                : new Refused(reason);
    }

    /** Why a key that is not known cannot have a name, null if it can. */
    private @Nullable String whyNot(
            Session session, @Nullable Registration registration, String name) {
        if (session.account() != null) {
            return "your key is not known yet; KEY ADD binds it to your account";
        }
        if (registration != null && Admission.isRefused(server, session, registration)) {
            return "this server has a password; send it first with PASS";
        }
        String taken = whyTaken(session, name);
        if (taken != null) {
            return taken;
        }
        if (server.store.trouble() != null) {
            return "no account can be kept here now; try again later";
        }
        boolean isFull = server.accounts.count() >= server.limits.accounts().accounts();
        return isFull || !server.registrations.mayTry(session.remote())
                ? "there were too many new accounts; try again later"
                : null;
    }

    private @Nullable String whyTaken(Session session, String name) {
        if (!server.names.isNick(name)) {
            return "an account's name is one for a person";
        }
        if (server.accounts.exists(name)) {
            return "the name " + name + " belongs to somebody else";
        }
        Session called = server.people.called(server.fold(name));
        if (called != null && !called.equals(session)) {
            return "somebody else is called " + name + " now";
        }
        Session model = server.people.looksLike(name);
        boolean isImitation = model != null && !model.equals(session);
        return isImitation || server.accounts.isImitatedBy(name)
                ? "the name " + name + " looks like somebody else's"
                : null;
    }

    /** Whoever is not let in yet holds the name, and it is kept once they are. */
    private Account found(
            Session session, @Nullable Registration registration, String name, Fingerprint key) {
        Account account = new Account(name, null, List.of(key), server.ids.now());
        server.registrations.count(session.remote());
        if (registration == null) {
            server.accounts.add(account);
        } else {
            registration.claim = account;
            server.accounts.claim(account);
        }
        LOG.info("The name {} has an owner, from {}", name, session.address());
        return account;
    }
}
