package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.room.Member;
import chat.snug.room.Outcome;
import chat.snug.room.Refusal;
import chat.snug.room.RoomEvent;
import chat.snug.server.host.Act;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes in and who has to go: INVITE KICK. */
public final class ModerationCommands {
    private final ServerState server;
    private final Publisher publisher;
    private final Replies replies;

    public ModerationCommands(ServerState server, Publisher publisher) {
        this.server = server;
        this.publisher = publisher;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("INVITE", REGISTERED, Command.class, this::invite);
        table.on("KICK", REGISTERED, Command.Kick.class, this::kick);
    }

    /** INVITE has a second form, which asks. */
    private void invite(Session session, Command command) {
        if (command instanceof Command.Invite invite) {
            invite(session, invite.nick(), invite.room());
            return;
        }
        for (Channel channel : session.places.invitedTo()) {
            replies.numeric(session, Numeric.RPL_INVITELIST, channel.name());
        }
        replies.numeric(session, Numeric.RPL_ENDOFINVITELIST, "End of /INVITE list");
    }

    private void invite(Session session, String nick, String room) {
        Session guest = server.people.called(server.fold(nick));
        if (guest == null) {
            replies.noSuchNick(session, nick);
            return;
        }
        Channel channel = server.rooms.called(room);
        if (channel == null) {
            replies.noSuchRoom(session, room);
            return;
        }
        Refusal refusal = channel.room.invite(session, guest);
        if (refusal != null) {
            replies.refused(session, refusal, channel.name(), guest.nick());
            return;
        }
        Channel forgotten = guest.places.invited(channel, server.limits.places());
        if (forgotten != null) {
            forgotten.room.forgetInvitation(guest);
        }
        replies.numeric(session, Numeric.RPL_INVITING, guest.nick(), channel.name());
        Message message =
                new Message(
                        Tags.NONE,
                        session.source(),
                        "INVITE",
                        List.of(guest.nick(), channel.name()));
        Outgoing line = Outgoing.plain(message, server.ids.now()).by(session);
        guest.sendUnlabeled(line);
        server.pace.told(guest);
        server.pace.told(channel);
        for (Member member : channel.room.members()) {
            Session other = Session.of(member);
            if (other.has(Capability.INVITE_NOTIFY) && !other.equals(session)) {
                other.sendUnlabeled(line);
            }
        }
        String away = guest.away();
        if (away != null) {
            replies.numeric(session, Numeric.RPL_AWAY, guest.nick(), away);
        }
    }

    /** One room and many people, or a room for each person (RFC 2812, section 3.2.8). */
    private void kick(Session session, Command.Kick kick) {
        List<String> rooms = kick.rooms();
        List<String> nicks = kick.nicks();
        for (int i = 0; i < nicks.size(); i++) {
            String room =
                    rooms.size() == 1 ? rooms.getFirst() : i < rooms.size() ? rooms.get(i) : "";
            if (!room.isEmpty()) {
                kick(session, room, nicks.get(i), kick.comment());
            }
        }
    }

    private void kick(Session session, String room, String nick, @Nullable String comment) {
        Channel channel = server.rooms.called(room);
        if (channel == null) {
            replies.noSuchRoom(session, room);
            return;
        }
        Refusal refusal = channel.room.refusalToKick(session);
        if (refusal != null) {
            replies.refused(session, refusal, channel.name());
            return;
        }
        Session target = server.people.called(server.fold(nick));
        Seat seat = target == null ? null : target.places.in(channel);
        if (target == null || seat == null) {
            replies.refused(session, Refusal.THEY_ARE_NOT_IN_ROOM, channel.name(), nick);
            return;
        }
        String reason =
                comment == null
                        ? session.nick()
                        : NameRules.cut(comment, server.limits.wire().kickLength());
        Outcome outcome = channel.room.kick(session, target, reason);
        switch (outcome) {
            case Refusal no -> replies.refused(session, no, channel.name(), target.nick());
            case RoomEvent event -> {
                publisher.publish(channel, event, session);
                server.door.noteIn(
                        channel,
                        session,
                        Act.REMOVED,
                        target.nick(),
                        comment == null ? "" : reason);
                channel.unseat(seat);
                target.places.remove(seat, server.limits.places());
                server.rooms.closeIfEmpty(channel);
            }
        }
    }
}
