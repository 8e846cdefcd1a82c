package chat.snug.server.history;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.room.Author;
import chat.snug.room.Point;
import chat.snug.room.Refusal;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Redacted;
import chat.snug.room.RoomEvent.Said;
import chat.snug.server.host.Act;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Answers;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.EventRenderer;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Profile;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * REDACT (<a href="https://ircv3.net/specs/extensions/message-redaction">IRCv3
 * message-redaction</a>). Who said something may take it back, and the operators of a room what
 * anybody said there. Clients that do not know the command are told nothing.
 */
public final class RedactionCommands {
    private static final Logger LOG = LoggerFactory.getLogger(RedactionCommands.class);
    private static final String VERB = "REDACT";

    private final ServerState server;
    private final History history;

    public RedactionCommands(ServerState server, History history) {
        this.server = server;
        this.history = history;
    }

    public void addTo(CommandDispatcher table) {
        table.on(VERB, REGISTERED, Command.Redact.class, this::redact);
    }

    private void redact(Session session, Command.Redact command) {
        if (server.store.trouble() != null) {
            session.send(Answers.notKept(server, session, VERB));
            return;
        }
        Story story = history.stories.called(session, command.target());
        if (story == null) {
            noTarget(session, command);
            return;
        }
        session.intake.<@Nullable RoomEvent>later(
                story.log().find(command.messageId()),
                (event, failure) -> {
                    if (failure != null) {
                        LOG.warn("a message cannot be looked up", failure);
                    }
                    if (event instanceof Said said && isSeen(story, said)) {
                        redact(session, command, said);
                    } else {
                        refuse(
                                session,
                                command,
                                "UNKNOWN_MSGID",
                                "This message does not exist or is too old");
                    }
                });
    }

    private static boolean isSeen(Story story, Said said) {
        return story.from() == null || Points.compare(new Point.Id(said.id()), story.from()) > 0;
    }

    private void redact(Session session, Command.Redact command, Said said) {
        if (NameRules.looksLikeRoom(command.target())) {
            Channel channel = server.rooms.called(command.target());
            if (channel == null) {
                noTarget(session, command);
            } else {
                inRoom(session, command, said, channel);
            }
        } else {
            Conversation conversation = history.conversations.find(session, command.target());
            if (conversation == null) {
                noTarget(session, command);
            } else {
                inPrivate(session, command, said, conversation);
            }
        }
    }

    private void inRoom(Session session, Command.Redact command, Said said, Channel channel) {
        boolean own = isOwn(session, said);
        if (own && isTooLate(session, command, said)) {
            return;
        }
        switch (channel.room.redact(session, said.id(), own, command.reason())) {
            case Refusal refusal -> {
                if (refusal == Refusal.NOT_IN_ROOM) {
                    noTarget(session, command);
                } else {
                    forbidden(session, command);
                }
            }
            case Redacted redacted -> {
                channel.log.redact(said.id());
                channel.keep(redacted);
                Message message = EventRenderer.message(redacted, channel.name());
                Outgoing line = EventRenderer.outgoing(redacted, message);
                server.broadcast.toOthers(channel, line, session, Profile.MESSAGE_REDACTION, 0);
                echo(session, line);
                if (!own) {
                    note(session, said, channel, redacted);
                }
            }
            case RoomEvent event ->
                    throw new IllegalStateException("not a redaction: " + event.id());
        }
    }

    private void note(Session session, Said said, Channel channel, Redacted redacted) {
        String reason = redacted.reason();
        server.door.noteIn(
                channel,
                session,
                Act.DELETED_MESSAGE,
                said.author().nick(),
                reason == null ? "" : reason);
    }

    private void inPrivate(
            Session session, Command.Redact command, Said said, Conversation conversation) {
        String mine = history.conversations.identity(session);
        if (!history.conversations.isBy(conversation, mine, said.author())) {
            forbidden(session, command);
            return;
        }
        if (isTooLate(session, command, said)) {
            return;
        }
        long now = server.ids.now();
        Redacted redacted =
                new Redacted(
                        server.ids.next(now), now, session.author(), said.id(), command.reason());
        conversation.log.redact(said.id());
        conversation.log.append(redacted);
        Session other = server.people.called(server.fold(command.target()));
        String name = other == null ? command.target() : other.nick();
        Outgoing line = EventRenderer.outgoing(redacted, EventRenderer.message(redacted, name));
        if (other != null && other.has(Capability.MESSAGE_REDACTION)) {
            other.sendUnlabeled(line);
            server.pace.told(other);
        }
        echo(session, line);
    }

    /** As with what was said: who wants to see what they did themselves has asked for it. */
    private static void echo(Session session, Outgoing line) {
        session.answers.awaitCommit(VERB);
        if (session.has(Capability.ECHO_MESSAGE) && session.has(Capability.MESSAGE_REDACTION)) {
            session.send(line);
        }
    }

    /** Whether somebody said something themselves: under their account, or else on this line. */
    private boolean isOwn(Session session, Said said) {
        Author author = said.author();
        String account = author.account();
        if (account != null) {
            String own = session.account();
            return own != null && server.fold(own).equals(server.fold(account));
        }
        return session.did(said.id(), author);
    }

    private boolean isTooLate(Session session, Command.Redact command, Said said) {
        long window = server.limits.history().redaction().toMillis();
        boolean late = window > 0 && server.ids.now() - said.time() > window;
        if (late) {
            server.replies.fail(
                    session,
                    VERB,
                    "REDACT_WINDOW_EXPIRED",
                    List.of(command.target(), command.messageId(), Long.toString(window / 1000)),
                    "You can no longer delete this message");
        }
        return late;
    }

    private void forbidden(Session session, Command.Redact command) {
        refuse(
                session,
                command,
                "REDACT_FORBIDDEN",
                "You are not authorised to delete this message");
    }

    private void noTarget(Session session, Command.Redact command) {
        server.replies.fail(
                session,
                VERB,
                "INVALID_TARGET",
                List.of(command.target()),
                "You cannot delete messages from " + command.target());
    }

    private void refuse(Session session, Command.Redact command, String code, String text) {
        server.replies.fail(
                session, VERB, code, List.of(command.target(), command.messageId()), text);
    }
}
