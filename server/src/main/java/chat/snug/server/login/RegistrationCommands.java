package chat.snug.server.login;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;
import static chat.snug.server.session.CommandDispatcher.Guard.NEWCOMER;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Departure;
import chat.snug.server.session.Registration;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Coming in, being called something, being there and leaving: PASS NICK USER PING PONG QUIT. */
public final class RegistrationCommands {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationCommands.class);

    private final ServerState server;
    private final Admission admission;
    private final Nicknames nicknames;
    private final Replies replies;

    public RegistrationCommands(ServerState server, Admission admission, Nicknames nicknames) {
        this.server = server;
        this.nicknames = nicknames;
        this.admission = admission;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("PASS", NEWCOMER, Command.Pass.class, this::pass);
        table.on("NICK", ANYBODY, Command.Nick.class, this::nick);
        table.on("USER", NEWCOMER, Command.User.class, this::user);
        table.on("PING", ANYBODY, Command.Ping.class, this::ping);
        table.on("PONG", ANYBODY, Command.Pong.class, (_, _) -> {});
        table.on("QUIT", ANYBODY, Command.Quit.class, this::quit);
        table.on("88", ANYBODY, Command.Quit.class, this::quit);
    }

    private void pass(Session session, Command.Pass pass) {
        Registration registration = session.registration();
        if (registration != null) {
            registration.password = pass.password();
            if (server.door.waiting.has(session)) {
                admission.consider(session);
            }
        }
    }

    private void user(Session session, Command.User user) {
        Registration registration = session.registration();
        if (registration != null) {
            registration.user = server.names.user(user.user());
            registration.realName =
                    NameRules.cut(user.realName(), server.limits.wire().realNameLength());
            admission.consider(session);
        }
    }

    private void nick(Session session, Command.Nick command) {
        String nick = command.nick();
        if (!server.names.isNick(nick)) {
            replies.numeric(session, Numeric.ERR_ERRONEUSNICKNAME, nick, "Erroneous nickname");
            return;
        }
        Registration registration = session.registration();
        if (registration == null) {
            rename(session, nick);
            return;
        }
        if (isOpen() && isTaken(session, registration, nick)) {
            admission.nickInUse(session, nick, "Nickname is already in use");
            return;
        }
        registration.nick = nick;
        admission.consider(session);
    }

    /** Whether anybody may come in; elsewhere who is inside is told at the door, not before it. */
    private boolean isOpen() {
        return !server.desk.isGuarded() && !server.door.isAsking();
    }

    private boolean isTaken(Session session, Registration newcomer, String nick) {
        return server.people.called(server.fold(nick)) != null
                && !nicknames.mayOwn(session, newcomer, nick);
    }

    private void rename(Session session, String nick) {
        if (nick.equals(session.nick())) {
            return;
        }
        if (server.fold(nick).equals(session.foldedNick())) {
            take(session, nick);
            return;
        }
        session.intake.later(
                new NameCheck(server, session, nick).ask(),
                (objection, failure) -> {
                    if (objection == null || failure != null) {
                        LOG.warn("the rooms of {} cannot be asked", session.address(), failure);
                        session.connection.close(CloseReason.HANDLER_FAILED);
                    } else {
                        objection.ifPresentOrElse(
                                no -> replies.refusedName(session, no.refusal(), nick, no.room()),
                                () -> take(session, nick));
                    }
                });
    }

    /** No room has anything against the name. */
    private void take(Session session, String nick) {
        Session holder = server.people.called(server.fold(nick));
        boolean isFree = holder == null || holder.equals(session);
        nicknames.take(
                session,
                nick,
                session.isHost(),
                () -> {
                    if (isFree) {
                        nicknames.rename(session, nick);
                    } else {
                        rename(session, nick); // the rooms again: it may have taken a while
                    }
                },
                reason -> admission.nickInUse(session, nick, reason));
    }

    private void ping(Session session, Command.Ping ping) {
        replies.say(session, "PONG", server.options.serverName(), ping.token());
    }

    private void quit(Session session, Command.Quit quit) {
        String reason = NameRules.cut(quit.reason(), server.limits.wire().kickLength());
        session.drop(Departure.quit(reason), CloseReason.LOCAL_CLOSE);
    }
}
