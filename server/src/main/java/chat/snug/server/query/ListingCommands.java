package chat.snug.server.query;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.room.Flag;
import chat.snug.room.Topic;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.LongAnswer;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which rooms there are and who is in them: NAMES LIST. */
public final class ListingCommands {
    private final ServerState server;
    private final Replies replies;

    public ListingCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("NAMES", REGISTERED, Command.Names.class, this::names);
        table.on("LIST", REGISTERED, Command.ListRooms.class, this::list);
    }

    /** RPL_NAMREPLY as often as needed, and RPL_ENDOFNAMES. */
    public static void names(Replies replies, Session session, Channel channel, boolean isMember) {
        String symbol = channel.room.has(Flag.SECRET) ? "@" : "=";
        List<String> lines =
                isMember ? channel.names.lines(session) : channel.names.visibleLines(session);
        for (String line : lines) {
            replies.numeric(session, Numeric.RPL_NAMREPLY, symbol, channel.name(), line);
        }
        endOfNames(replies, session, channel.name());
    }

    private static void endOfNames(Replies replies, Session session, String name) {
        replies.numeric(session, Numeric.RPL_ENDOFNAMES, name, "End of /NAMES list");
    }

    /** A room named twice is listed once, or one short line could ask for a big one many times. */
    private void names(Session session, Command.Names names) {
        if (names.rooms().isEmpty()) {
            endOfNames(replies, session, "*");
        }
        Set<String> told = new HashSet<>();
        for (String name : names.rooms()) {
            if (!session.connection.isOpen()) {
                return;
            }
            if (!told.add(server.fold(NameRules.visible(name)))) {
                continue;
            }
            Channel channel = server.rooms.called(name);
            if (channel == null || !channel.isVisibleTo(session)) {
                endOfNames(replies, session, name);
            } else {
                names(replies, session, channel, session.places.in(channel) != null);
            }
        }
    }

    private void list(Session session, Command.ListRooms list) {
        RoomFilter filter = new RoomFilter(list.filters(), server::fold, server.ids.now());
        Message start =
                replies.message(session, Numeric.RPL_LISTSTART, List.of("Channel"), "Users  Name");
        Message end = replies.message(session, Numeric.RPL_LISTEND, List.of(), "End of /LIST");
        Stream<Optional<Message>> rooms =
                List.copyOf(server.rooms.all()).stream()
                        .map(
                                channel ->
                                        channel.isVisibleTo(session) && filter.accepts(channel.room)
                                                ? Optional.of(listed(session, channel))
                                                : Optional.empty());
        Stream<Optional<Message>> lines =
                Stream.concat(
                        Stream.concat(Stream.of(Optional.of(start)), rooms),
                        Stream.of(Optional.of(end)));
        new LongAnswer(server, session, lines.iterator()).send();
    }

    private Message listed(Session session, Channel channel) {
        Topic topic = channel.room.topic();
        return replies.message(
                session,
                Numeric.RPL_LIST,
                List.of(channel.name(), Integer.toString(channel.room.size())),
                topic == null ? "" : topic.text());
    }
}
