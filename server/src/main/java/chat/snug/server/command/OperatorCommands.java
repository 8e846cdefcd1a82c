package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.server.host.Act;
import chat.snug.server.login.Admission;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.query.Information;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.CommandDispatcher.Guard;
import chat.snug.server.session.Departure;
import chat.snug.server.session.DoorDesk;
import chat.snug.server.session.Entry;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What IRC operators do: OPER KILL CHGHOST WALLOPS REHASH, and CONNECT SQUIT RESTART DIE, which
 * nobody may do here (Modern IRC, operator messages).
 */
public final class OperatorCommands {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorCommands.class);

    private final ServerState server;
    private final Information information;
    private final Replies replies;

    public OperatorCommands(ServerState server, Information information) {
        this.server = server;
        this.information = information;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("OPER", REGISTERED, Command.Oper.class, this::oper);
        onOperator(table, "KILL", Command.Kill.class, this::kill);
        onOperator(table, "CHGHOST", Command.Chghost.class, this::chghost);
        onOperator(table, "WALLOPS", Command.Wallops.class, this::wallops);
        onOperator(table, "REHASH", Command.Rehash.class, (session, _) -> rehash(session));
        onOperator(
                table,
                "CONNECT",
                Command.Connect.class,
                (session, connect) -> replies.noSuchServer(session, connect.target()));
        onOperator(
                table,
                "SQUIT",
                Command.Squit.class,
                (session, squit) -> replies.noSuchServer(session, squit.target()));
        onOperator(
                table,
                "RESTART",
                Command.Restart.class,
                (session, _) -> replies.insufficient(session, "restart"));
        onOperator(
                table,
                "DIE",
                Command.Die.class,
                (session, _) -> replies.insufficient(session, "die"));
    }

    private <C extends Command> void onOperator(
            CommandDispatcher table, String verb, Class<C> type, BiConsumer<Session, C> handler) {
        table.on(
                verb,
                Guard.REGISTERED,
                type,
                (session, command) -> {
                    if (session.is(UserMode.OPERATOR)) {
                        handler.accept(session, command);
                    } else {
                        replies.notOperator(session);
                    }
                });
    }

    private void oper(Session session, Command.Oper oper) {
        ServerOptions.Operator operator = server.options.operator();
        if (operator == null) {
            replies.numeric(session, Numeric.ERR_NOOPERHOST, "No O-lines for your host");
            return;
        }
        if (!server.door.mayGuess(session)) {
            replies.numeric(
                    session, Numeric.ERR_PASSWDMISMATCH, Entry.Closed.TOO_MANY_TRIES.words());
            return;
        }
        boolean isName = Admission.same(operator.name(), oper.name());
        if (!(Admission.same(operator.password(), oper.password()) && isName)) {
            server.door.guessedWrong(session);
            LOG.warn("{} tried in vain to become an IRC operator", session.source());
            replies.numeric(session, Numeric.ERR_PASSWDMISMATCH, "Password incorrect");
            return;
        }
        LOG.info("{} is an IRC operator now", session.source());
        server.people.set(session, UserMode.OPERATOR, true);
        replies.numeric(session, Numeric.RPL_YOUREOPER, "You are now an IRC operator");
        replies.say(session, "MODE", session.nick(), "+" + UserMode.OPERATOR.letter);
    }

    /** The victim is sent KILL, QUIT and ERROR, in this order; the others see QUIT. */
    private void kill(Session session, Command.Kill kill) {
        Session victim = server.people.called(server.fold(kill.nick()));
        if (victim == null) {
            if (server.fold(kill.nick()).equals(server.fold(server.options.serverName()))) {
                replies.numeric(session, Numeric.ERR_CANTKILLSERVER, "You cant kill a server!");
            } else {
                replies.noSuchNick(session, kill.nick());
            }
            return;
        }
        if (victim.isHost() && !victim.equals(session)) {
            replies.insufficient(session, "kill:host");
            return;
        }
        String comment = NameRules.cut(kill.comment(), server.limits.wire().kickLength() / 2);
        String reason = Departure.killed(session, comment);
        server.door.note(DoorDesk.nameOf(session), Act.DISCONNECTED, victim.nick(), "", comment);
        LOG.info("{} was killed by {}", victim.nick(), session.nick());
        tell(victim, session, "KILL", victim.nick(), comment);
        tell(victim, victim, "QUIT", reason);
        victim.drop(
                reason,
                "Closing Link: " + server.options.serverName() + " (" + reason + ")",
                CloseReason.LOCAL_CLOSE);
    }

    private void chghost(Session session, Command.Chghost command) {
        Session person = server.people.called(server.fold(command.nick()));
        if (person == null) {
            replies.noSuchNick(session, command.nick());
        } else if (!server.names.user(command.user()).equals(command.user())) {
            replies.fail(session, "CHGHOST", "INVALID_USERNAME", "This cannot be a user name");
        } else if (!NameRules.isHost(command.host())) {
            replies.fail(session, "CHGHOST", "INVALID_HOSTNAME", "This cannot be a host");
        } else {
            new HostChange(server).of(person, command.user(), command.host());
        }
    }

    private void wallops(Session session, Command.Wallops wallops) {
        for (Session person : List.copyOf(server.people.registered())) {
            if (person.is(UserMode.WALLOPS)) {
                tell(person, session, "WALLOPS", wallops.text());
            }
        }
    }

    /** What one person does is told to another; to whoever did it, as the answer. */
    private void tell(Session to, Session by, String verb, String... params) {
        Message message = new Message(Tags.NONE, by.source(), verb, List.of(params));
        Outgoing line = Outgoing.plain(message, server.ids.now()).by(by);
        if (to.equals(by)) {
            to.send(line);
        } else {
            to.sendUnlabeled(line);
        }
    }

    /** The file with the message of the day is the only one that is read. */
    private void rehash(Session session) {
        session.intake.later(
                information.readMotd(),
                (lines, failure) -> {
                    if (failure != null) {
                        LOG.warn("the message of the day stays as it was: {}", failure.toString());
                        replies.fail(
                                session,
                                "REHASH",
                                "CONFIG_BAD",
                                "Could not read it again from disk");
                        return;
                    }
                    information.motd(lines);
                    replies.numeric(
                            session, Numeric.RPL_REHASHING, information.motdFile(), "Rehashing");
                });
    }
}
