package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;
import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Profile;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;

/** What people say about themselves: AWAY SETNAME. */
public final class PresenceCommands {
    /** What those are told who see somebody go away who may not say why. */
    static final String AWAY = "Away";

    private final ServerState server;
    private final Replies replies;

    public PresenceCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("AWAY", ANYBODY, Command.Away.class, this::away);
        table.on("SETNAME", REGISTERED, Command.Setname.class, this::setname);
    }

    /** Before registration only for those who negotiated it (IRCv3 pre-away). */
    private void away(Session session, Command.Away away) {
        if (!session.isRegistered() && !session.has(Capability.PRE_AWAY)) {
            replies.notRegistered(session);
            return;
        }
        String message = NameRules.cut(away.message(), server.limits.wire().awayLength());
        String before = session.away();
        session.away(message.isEmpty() ? null : message);
        if (message.isEmpty()) {
            replies.numeric(session, Numeric.RPL_UNAWAY, "You are no longer marked as being away");
        } else {
            replies.numeric(session, Numeric.RPL_NOWAWAY, "You have been marked as being away");
        }
        if (!session.isRegistered() || message.equals(before == null ? "" : before)) {
            return;
        }
        String shown = session.places.silence(session) ? AWAY : message;
        List<String> params = message.isEmpty() ? List.of() : List.of(shown);
        Message told = new Message(Tags.NONE, session.source(), "AWAY", params);
        server.broadcast.toFollowers(
                session, Outgoing.plain(told, server.ids.now()).by(session), Profile.AWAY_NOTIFY);
    }

    /** See IRCv3 setname: those who negotiated it are told, the others see it in WHOIS. */
    private void setname(Session session, Command.Setname setname) {
        String realName = setname.realName();
        if (realName.isBlank()
                || NameRules.bytes(realName) > server.limits.wire().realNameLength()) {
            replies.fail(session, "SETNAME", "INVALID_REALNAME", "Realname is not valid");
            return;
        }
        Channel muting = session.places.muting(session);
        if (muting != null) {
            replies.fail(
                    session,
                    "SETNAME",
                    "CANNOT_CHANGE_REALNAME",
                    "You are banned or muted in " + muting.name());
            return;
        }
        session.realName(realName);
        Message told = new Message(Tags.NONE, session.source(), "SETNAME", List.of(realName));
        Outgoing line = Outgoing.plain(told, server.ids.now()).by(session);
        server.broadcast.toFollowers(session, line, Profile.SETNAME);
        if (session.has(Capability.SETNAME)) {
            session.send(line);
        }
    }
}
