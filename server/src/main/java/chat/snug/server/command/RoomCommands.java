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
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import chat.snug.room.Topic;
import chat.snug.server.history.History;
import chat.snug.server.history.ReadMarkers;
import chat.snug.server.history.Replay;
import chat.snug.server.host.Act;
import chat.snug.server.metadata.MetadataSync;
import chat.snug.server.names.NameRules;
import chat.snug.server.query.ListingCommands;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.EventRenderer;
import chat.snug.server.session.ModeString;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Profile;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entering rooms, leaving them, and what they are about: JOIN PART TOPIC. */
public final class RoomCommands {
    private static final String TOPIC = "TOPIC";

    /** So many rooms are entered in one step, and so many entries of their lists compared. */
    private static final int ROOMS_AT_ONCE = 16;

    private static final int LOOKS_AT_ONCE = 4_000;

    private final ServerState server;
    private final Publisher publisher;
    private final Replies replies;
    private final Replay replay;
    private final ReadMarkers markers;
    private final MetadataSync metadata;

    public RoomCommands(
            ServerState server, Publisher publisher, History history, MetadataSync metadata) {
        this.server = server;
        this.publisher = publisher;
        this.replies = server.replies;
        this.replay = new Replay(server, history.stories);
        this.markers = history.markers;
        this.metadata = metadata;
    }

    public void addTo(CommandDispatcher table) {
        table.on("JOIN", REGISTERED, Command.class, this::join);
        table.on("PART", REGISTERED, Command.Part.class, this::part);
        table.on(TOPIC, REGISTERED, Command.Topic.class, this::topic);
    }

    /** JOIN has a second form, which leaves. */
    private void join(Session session, Command command) {
        if (command instanceof Command.Join join) {
            session.intake.inSteps(new Joining(session, join)::step);
        } else {
            for (Seat seat : List.copyOf(session.places.seats())) {
                part(session, seat, null);
            }
        }
    }

    /** A JOIN of several rooms: many rooms, or long lists in them, are for later turns. */
    private final class Joining {
        private final Session session;
        private final Command.Join join;
        private final List<Seat> taken = new ArrayList<>();
        private int next;

        Joining(Session session, Command.Join join) {
            this.session = session;
            this.join = join;
        }

        /** Enters some of the rooms; whether there are more. */
        boolean step() {
            int end = Math.min(next + ROOMS_AT_ONCE, join.rooms().size());
            int looks = 0;
            while (next < end && looks < LOOKS_AT_ONCE) {
                Channel channel = server.rooms.called(join.rooms().get(next));
                looks += channel == null ? 0 : channel.room.entries();
                enter(next++);
            }
            if (next < join.rooms().size()) {
                return true;
            }
            replay.to(session, taken.stream().filter(this::isStillTaken).toList());
            return false;
        }

        private void enter(int index) {
            int before = session.places.seats().size();
            List<String> keys = join.keys();
            RoomCommands.this.join(
                    session, join.rooms().get(index), index < keys.size() ? keys.get(index) : "");
            if (session.places.seats().size() > before) {
                taken.add(session.places.seats().getLast());
            }
        }

        private boolean isStillTaken(Seat seat) {
            return seat.equals(session.places.in(seat.channel));
        }
    }

    private void join(Session session, String name, String key) {
        Channel known = server.rooms.called(name);
        String visible = NameRules.visible(name);
        if (known == null && !server.names.isRoom(visible)) {
            replies.noSuchRoom(session, name);
            return;
        }
        if (known != null && session.places.in(known) != null) {
            return;
        }
        if (known == null && server.rooms.looksLike(visible) != null) {
            replies.numeric(
                    session,
                    Numeric.ERR_NOSUCHCHANNEL,
                    name,
                    "There is a room whose name looks the same");
            return;
        }
        if (session.places.seats().size() >= server.limits.wire().channelsPerPerson()) {
            replies.numeric(
                    session,
                    Numeric.ERR_TOOMANYCHANNELS,
                    name,
                    "You have joined too many channels");
            return;
        }
        if (known == null && !server.rooms.isKnown(visible)) {
            if (!mayOpen(session, name)) {
                return;
            }
            server.newRooms.count(session.remote());
        }
        Channel channel = known == null ? server.rooms.open(visible) : known;
        session.intake.looked(channel.room.entries());
        boolean isClosed =
                session.looksAfterAll() && channel.room.refusalAtDoor(session, key) != null;
        switch (channel.room.join(session, key)) {
            case Refusal refusal -> {
                replies.refused(session, refusal, channel.name());
                server.rooms.closeIfEmpty(channel);
            }
            case RoomEvent event -> {
                joined(session, channel, event);
                if (isClosed) {
                    tellOfPrivilege(session, channel);
                }
            }
        }
    }

    /** Nobody comes unseen into a room that is closed to them, but the host where nobody is. */
    private void tellOfPrivilege(Session session, Channel channel) {
        if (session.isHost() && channel.room.size() == 1) {
            return;
        }
        String text =
                "%s came into %s although it is closed to them: they look after all rooms here"
                        .formatted(session.nick(), channel.name());
        Message notice =
                new Message(Tags.NONE, server.source, "NOTICE", List.of(channel.name(), text));
        Outgoing line = Outgoing.plain(notice, server.ids.now());
        server.broadcast.toOthers(channel, line, session);
        session.send(line);
        server.door.noteIn(channel, session, Act.CAME_IN, "", "");
    }

    /**
     * Says why not: rooms may be kept for ever, so nobody may open as many as there is place for.
     */
    private boolean mayOpen(Session session, String name) {
        @Nullable String no = null;
        if (server.rooms.isFull()) {
            no = "There are too many rooms";
        } else if (!server.newRooms.mayTry(session.remote())) {
            no = "There were too many new rooms from your address; try again later";
        }
        if (no != null) {
            replies.numeric(session, Numeric.ERR_UNAVAILRESOURCE, name, no);
        }
        return no == null;
    }

    /** What the newcomer is sent, and in which order, is told by Modern IRC, JOIN message. */
    private void joined(Session session, Channel channel, RoomEvent event) {
        channel.keep(event);
        session.places.uninvited(channel);
        Outgoing line =
                EventRenderer.outgoing(
                        event, EventRenderer.messages(channel.name(), event).getFirst());
        Outgoing extended = EventRenderer.outgoing(event, extended(line.message(), session));
        server.broadcast.toOthers(channel, line, null, 0, Profile.EXTENDED_JOIN);
        server.broadcast.toOthers(channel, extended, null, Profile.EXTENDED_JOIN, 0);
        String away = session.away();
        if (away != null) {
            String shown = channel.room.silences(session) ? PresenceCommands.AWAY : away;
            Message message = new Message(Tags.NONE, session.source(), "AWAY", List.of(shown));
            server.broadcast.toOthers(
                    channel,
                    Outgoing.plain(message, event.time()).by(session),
                    null,
                    Profile.AWAY_NOTIFY,
                    0);
        }
        session.send(session.has(Capability.EXTENDED_JOIN) ? extended : line);
        takeSeat(session, channel, event.id());
        describe(session, channel);
    }

    /** What somebody is told of a room that they are in from now on. */
    void describe(Session session, Channel channel) {
        Topic topic = channel.room.topic();
        if (topic != null) {
            topic(session, channel, topic);
        }
        if (session.has(Capability.READ_MARKER)) {
            markers.tell(session, channel.name());
        }
        names(session, channel);
        metadata.entered(session, channel);
    }

    /** The others learn which ranks somebody has again; the newcomer sees it in the names. */
    private void takeSeat(Session session, Channel channel, String since) {
        Member member = channel.room.member(session);
        if (member == null) {
            throw new IllegalStateException("nobody joined");
        }
        List<RoomChange> ranks = ModeString.ranks(member, session.nick());
        if (!ranks.isEmpty() && channel.room.size() > 1) {
            publisher.changed(server, channel, ranks);
        }
        session.places.add(channel.seat(session, member, since));
    }

    /** See IRCv3 extended-join: the account, an asterisk for none, and the real name. */
    static Message extended(Message join, Session session) {
        String account = session.account();
        return new Message(
                Tags.NONE,
                join.source(),
                join.command(),
                List.of(join.param(0), account == null ? "*" : account, session.realName()));
    }

    /** Whoever does not want the names unasked is not sent them (IRCv3 no-implicit-names). */
    private void names(Session session, Channel channel) {
        if (!session.has(Capability.NO_IMPLICIT_NAMES)
                && !session.has(Capability.DRAFT_NO_IMPLICIT_NAMES)) {
            ListingCommands.names(replies, session, channel, true);
        }
    }

    private void part(Session session, Command.Part command) {
        String reason = command.reason();
        String cut =
                reason == null ? null : NameRules.cut(reason, server.limits.wire().kickLength());
        for (String name : command.rooms()) {
            Channel channel = server.rooms.called(name);
            Seat seat = channel == null ? null : session.places.in(channel);
            if (channel == null) {
                replies.noSuchRoom(session, name);
            } else if (seat == null) {
                replies.refused(session, Refusal.NOT_IN_ROOM, channel.name());
            } else {
                part(session, seat, cut);
            }
        }
    }

    private void part(Session session, Seat seat, @Nullable String reason) {
        Channel channel = seat.channel;
        session.intake.looked(reason == null ? 0 : channel.room.entries());
        if (channel.room.part(session, reason) instanceof RoomEvent event) {
            publisher.publish(channel, event, session);
        }
        channel.unseat(seat);
        session.places.remove(seat, server.limits.places());
        server.rooms.closeIfEmpty(channel);
    }

    private void topic(Session session, Command.Topic command) {
        Channel channel = server.rooms.called(command.room());
        if (channel == null) {
            replies.noSuchRoom(session, command.room());
            return;
        }
        String text = command.text();
        if (text == null) {
            showTopic(session, channel);
            return;
        }
        Outcome outcome =
                channel.room.setTopic(
                        session, NameRules.cut(text, server.limits.wire().topicLength()));
        switch (outcome) {
            case Refusal refusal -> replies.refused(session, refusal, channel.name());
            case RoomEvent event -> publisher.publishKept(channel, event, session, TOPIC);
        }
    }

    private void showTopic(Session session, Channel channel) {
        Topic topic = channel.room.topic();
        if (!channel.isVisibleTo(session)) {
            replies.refused(session, Refusal.NOT_IN_ROOM, channel.name());
        } else if (topic == null) {
            replies.numeric(session, Numeric.RPL_NOTOPIC, channel.name(), "No topic is set");
        } else {
            topic(session, channel, topic);
        }
    }

    private void topic(Session session, Channel channel, Topic topic) {
        replies.numeric(session, Numeric.RPL_TOPIC, channel.name(), topic.text());
        replies.numeric(
                session,
                Numeric.RPL_TOPICWHOTIME,
                channel.name(),
                topic.setBy(),
                Long.toString(topic.setAt() / 1000));
    }
}
