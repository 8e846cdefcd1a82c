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

    /** It will be, if it is still free when they are let in. */
    record Claimant(Account claim) implements Finding {}

    /**
     * It is not.
     *
     * @param reason the end of a sentence
     */
    record Refused(String reason) implements Finding {}

    private final ServerState server;
    private final Login login;

    Ownership(ServerState server, Login login) {
        this.server = server;
        this.login = login;
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
        Account claim = registration == null ? null : registration.claim;
        if (claim != null && !wanted.isEmpty() && !server.accounts.isSame(wanted, claim.name())) {
            return new Refused("you cannot act as somebody else");
        }
        String nick = registration == null ? session.nick() : registration.nick;
        String own = claim == null ? nick : claim.name();
        String name = wanted.isEmpty() ? own : wanted;
        if (name == null) {
            return new Refused("say first what you want to be called: NICK");
        }
        String reason = whyNot(session, registration, name);
        if (reason != null) {
            return new Refused(reason);
        }
        Account account = new Account(name, null, List.of(key), server.ids.now());
        if (registration != null) {
            registration.claim = account;
            return new Claimant(account);
        }
        found(session, account);
        return new Owner(account);
    }

    /**
     * Looks at what a newcomer claims before they are given a name: it may be theirs by now, since
     * they have come in by another connection, or somebody else's.
     */
    void review(Session session, Registration registration) {
        Account claim = registration.claim;
        Fingerprint key = session.key();
        if (claim == null || key == null) {
            return;
        }
        Account known = server.accounts.of(key);
        if (known != null && server.accounts.isSame(known.name(), claim.name())) {
            registration.claim = null;
            login.settled(session, known);
        } else if (known != null || whyNoneNow(session, claim.name()) != null) {
            registration.claim = null;
            login.lost(session);
        }
    }

    /** The newcomer is let in: the first of those who claim a name has it from now on. */
    void settle(Session session, Registration registration) {
        review(session, registration);
        Account claim = registration.claim;
        if (claim != null) {
            found(session, claim);
            login.settled(session, claim);
        }
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
        return whyNoneNow(session, name);
    }

    /** Why nobody can have an account of that name now, null if they can. */
    private @Nullable String whyNoneNow(Session session, String name) {
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
        return server.people.isImitation(name, session) || server.accounts.isImitatedBy(name)
                ? "the name " + name + " looks like somebody else's"
                : null;
    }

    private void found(Session session, Account account) {
        server.registrations.count(session.remote());
        server.accounts.add(account);
        session.answers.holdUntilKept();
        LOG.info("The name {} has an owner, from {}", account.name(), session.address());
    }
}
