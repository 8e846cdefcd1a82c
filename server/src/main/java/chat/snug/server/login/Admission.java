package chat.snug.server.login;

import chat.snug.protocol.Numeric;
import chat.snug.protocol.Source;
import chat.snug.server.host.Invite;
import chat.snug.server.query.Information;
import chat.snug.server.session.DoorDesk;
import chat.snug.server.session.Entry;
import chat.snug.server.session.Entry.Closed;
import chat.snug.server.session.Registration;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a client in once it has said all that is needed, if its password is right. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final ServerState server;
    private final Information information;
    private final Nicknames nicknames;
    private final Ownership ownership;

    public Admission(
            ServerState server, Information information, Nicknames nicknames, Login login) {
        this.server = server;
        this.information = information;
        this.nicknames = nicknames;
        this.ownership = new Ownership(server, login);
    }

    /** To be called whenever something that was missing may be there. */
    void consider(Session session) {
        Registration registration = session.registration();
        Source name = registration == null ? null : registration.complete(session.address());
        if (registration == null || name == null) {
            return;
        }
        ownership.review(session, registration);
        boolean isHost = isHost(server, registration);
        Entry entry =
                isHost || registration.isAdmitted()
                        ? new Entry.Open()
                        : server.door.judge(session, registration.password);
        if (entry instanceof Entry.Refused refused) {
            server.door.waiting.refuse(session, refused.why());
            return;
        }
        nicknames.take(
                session,
                name.nick(),
                isHost,
                () -> enter(session, name, registration, isHost, entry),
                reason -> {
                    registration.refused();
                    registration.nick = server.door.waiting.name(session);
                    nickInUse(session, name.nick(), reason);
                });
    }

    /** The name is free. */
    private void enter(
            Session session, Source name, Registration registration, boolean isHost, Entry entry) {
        switch (entry) {
            case Entry.Open _ -> letIn(session, name, registration, isHost);
            case Entry.Invited(Invite invite) -> {
                Closed why = server.door.cameWith(session, name.nick(), invite);
                if (why == null) {
                    session.answers.holdUntilKept();
                    letIn(session, name, registration, false);
                } else {
                    server.door.waiting.refuse(session, why);
                }
            }
            case Entry.Ask _ -> ask(session, name.nick(), registration);
            case Entry.Refused(Closed why) -> server.door.waiting.refuse(session, why);
        }
    }

    /** Of those who wait each has another name, so that it is clear who is meant. */
    private void ask(Session session, String nick, Registration registration) {
        if (server.door.waiting.isTaken(session, nick)) {
            registration.nick = server.door.waiting.name(session);
            nickInUse(session, nick, "Somebody of that name, or one like it, waits to be let in");
            return;
        }
        Closed why = server.door.waiting.ask(session, nick, () -> consider(session));
        if (why != null) {
            server.door.waiting.refuse(session, why);
        }
    }

    private void letIn(Session session, Source name, Registration newcomer, boolean isHost) {
        SaslCommands.abort(server, session);
        server.door.waiting.left(session);
        ownership.settle(session, newcomer);
        session.registered(name, newcomer.realName, isHost);
        server.people.add(session);
        server.people.set(session, UserMode.OPERATOR, session.isHost());
        LOG.info(
                "{} came from {} ({} here)",
                session.nick(),
                session.address(),
                server.people.count());
        information.welcome(session);
        server.monitors.online(session);
    }

    void nickInUse(Session session, String nick, String reason) {
        server.replies.numeric(session, Numeric.ERR_NICKNAMEINUSE, nick, reason);
    }

    /** Whether it is the host's own app. */
    private static boolean isHost(ServerState server, Registration registration) {
        String hostKey = server.options.hostKey();
        return hostKey != null && same(hostKey, registration.password);
    }

    /** Whether a newcomer may come in without anybody being asked. */
    static boolean mayEnter(ServerState server, Session session, Registration registration) {
        return isHost(server, registration)
                || registration.isAdmitted()
                || switch (server.door.judge(session, registration.password)) {
                    case Entry.Open _, Entry.Invited _ -> true;
                    case Entry.Ask _, Entry.Refused _ -> false;
                };
    }

    /** Whether a newcomer cannot come in, not even if somebody is asked. */
    static boolean isRefused(ServerState server, Session session, Registration registration) {
        return !isHost(server, registration)
                && !registration.isAdmitted()
                && server.door.judge(session, registration.password) instanceof Entry.Refused;
    }

    /** Compares secrets in a time that does not tell how much of them is right. */
    public static boolean same(String secret, @Nullable String given) {
        return DoorDesk.same(secret, given);
    }
}
