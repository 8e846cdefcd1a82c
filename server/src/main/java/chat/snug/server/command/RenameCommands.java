package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.room.Member;
import chat.snug.room.RateLimit;
import chat.snug.room.Refusal;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Giving a room another name: RENAME (<a
 * href="https://ircv3.net/specs/extensions/channel-rename">IRCv3 channel-rename</a>). Whoever is in
 * the room is told of the name or, if there is no memory even for that, has to go: nobody stays in
 * a room of a name that they do not know.
 */
public final class RenameCommands {
    private static final Logger LOG = LoggerFactory.getLogger(RenameCommands.class);

    /** So many who have to be told cost as much as a line more. */
    private static final int MEMBERS_PER_LINE = 8;

    private final ServerState server;
    private final RoomCommands rooms;
    private final Replies replies;

    public RenameCommands(ServerState server, RoomCommands rooms) {
        this.server = server;
        this.rooms = rooms;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("RENAME", REGISTERED, Command.Rename.class, this::rename);
    }

    private void rename(Session session, Command.Rename command) {
        Channel channel = server.rooms.called(command.from());
        if (channel == null || !channel.isVisibleTo(session)) {
            replies.noSuchRoom(session, command.from());
            return;
        }
        Refusal refusal = channel.room.refusalToRename(session);
        if (refusal != null) {
            replies.refused(session, refusal, channel.name());
            return;
        }
        String name = NameRules.visible(command.to());
        boolean isTaken = server.rooms.isKnown(name) && !channel.equals(server.rooms.called(name));
        String model = server.rooms.looksLike(name);
        boolean isImitation = model != null && !channel.equals(server.rooms.called(model));
        if (!server.names.isRoom(name)) {
            fail(session, command, "CANNOT_RENAME", "No room can be called so");
        } else if (name.equals(channel.name()) || isTaken) {
            fail(session, command, "CHANNEL_NAME_IN_USE", "The channel name is already taken");
        } else if (isImitation) {
            fail(session, command, "CHANNEL_NAME_IN_USE", "Another room's name looks the same");
        } else if (channel.stays) {
            fail(session, command, "CANNOT_RENAME", "The host's own room keeps its name");
        } else if (isTooSoon(session, channel)) {
            fail(session, command, "CANNOT_RENAME", "It had another name just now; try later");
        } else {
            String reason = NameRules.cut(command.reason(), server.limits.wire().kickLength());
            rename(session, channel, name, reason);
        }
    }

    /** Those who look after all rooms need not wait. */
    private boolean isTooSoon(Session session, Channel channel) {
        RateLimit limit = server.limits.crowd().renames();
        long now = server.loop.nanoTime();
        if (session.looksAfterAll()) {
            return false;
        }
        if (limit.waitNanos(channel.renameState, now) > 0) {
            return true;
        }
        channel.renameState = limit.charge(channel.renameState, now);
        return false;
    }

    private void fail(Session session, Command.Rename command, String code, String text) {
        replies.say(session, "FAIL", "RENAME", code, command.from(), command.to(), text);
    }

    private void rename(Session session, Channel channel, String name, String reason) {
        String before = channel.name();
        boolean isOther = !server.fold(before).equals(server.fold(name));
        server.rooms.rename(channel, name);
        Message message =
                new Message(Tags.NONE, session.source(), "RENAME", List.of(before, name, reason));
        Outgoing line = Outgoing.plain(message, server.ids.now()).by(session);
        server.pace.told(channel);
        session.intake.charge(channel.room.size() / MEMBERS_PER_LINE);
        Deque<Session> newcomers = new ArrayDeque<>();
        for (Member member : List.copyOf(channel.room.members())) {
            Session person = Session.of(member);
            try {
                if (person.has(Capability.CHANNEL_RENAME)) {
                    person.send(line);
                } else if (isOther) {
                    reenter(person, channel, before, reason);
                    newcomers.add(person);
                }
            } catch (RuntimeException | Error e) {
                LOG.warn("{} was not told that a room is renamed", person.address(), e);
                person.connection.close(CloseReason.HANDLER_FAILED);
            }
        }
        if (newcomers.remove(session)) {
            rooms.describe(session, channel); // it is part of the answer
        }
        new Descriptions(server, rooms, channel, newcomers).begin();
    }

    /**
     * For a client that does not know RENAME: it leaves the old room and comes into the new one.
     */
    private void reenter(Session person, Channel channel, String before, String reason) {
        List<String> parting = reason.isEmpty() ? List.of(before) : List.of(before, reason);
        Message part = new Message(Tags.NONE, person.source(), "PART", parting);
        Message join = Message.of("JOIN", channel.name()).withSource(person.source());
        boolean isExtended = person.has(Capability.EXTENDED_JOIN);
        long now = server.ids.now();
        person.send(Outgoing.plain(part, now).by(person));
        person.send(
                Outgoing.plain(isExtended ? RoomCommands.extended(join, person) : join, now)
                        .by(person));
    }
}
