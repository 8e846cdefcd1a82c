package chat.snug.server.history;

import chat.snug.room.Point;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client may know the history of: the rooms that it is in, and what was said between its
 * person and somebody else.
 */
final class Stories {
    private final ServerState server;
    private final Conversations conversations;

    Stories(ServerState server, Conversations conversations) {
        this.server = server;
        this.conversations = conversations;
    }

    /** The history that a client means by a name, null if there is none that it may know. */
    @Nullable Story called(Session session, String name) {
        if (NameRules.looksLikeRoom(name)) {
            Channel channel = server.rooms.called(name);
            Seat seat = channel == null ? null : session.places.in(channel);
            return seat == null ? null : of(seat);
        }
        Conversation conversation = conversations.find(session, name);
        Session present = server.people.called(server.fold(name));
        if (conversation == null) {
            return present == null ? null : nothing(present.nick());
        }
        String nick =
                present == null
                        ? nick(session, conversation, conversations.nicks())
                        : present.nick();
        return of(session, conversation, nick);
    }

    /** Everything that a client may know the history of. */
    List<Story> all(Session session) {
        List<Story> all = new ArrayList<>();
        for (Seat seat : session.places.seats()) {
            all.add(of(seat));
        }
        List<Conversation> mine = conversations.of(session);
        if (!mine.isEmpty()) {
            Map<String, String> nicks = conversations.nicks();
            for (Conversation conversation : mine) {
                all.add(of(session, conversation, nick(session, conversation, nicks)));
            }
        }
        return all;
    }

    /** A room, from the beginning or from when somebody came in, as the host wants it. */
    Story of(Seat seat) {
        String name = seat.channel.name();
        Point from = server.desk.rules().earlier() ? null : new Point.Id(seat.since);
        return new Story(name, seat.channel.log, from, _ -> name);
    }

    /** What two said to each other goes to the one of them who did not say it. */
    private Story of(Session session, Conversation conversation, String nick) {
        String mine = conversations.identity(session);
        return new Story(
                nick,
                conversation.log,
                null,
                event ->
                        conversations.isBy(conversation, mine, event.author())
                                ? nick
                                : session.nick());
    }

    /** Of several connections of one account, the one that was spoken with last. */
    private String nick(Session session, Conversation conversation, Map<String, String> nicks) {
        String mine = conversations.identity(session);
        Conversation.Side theirs = conversation.otherThan(mine);
        if (theirs.identity.equals(mine)) {
            return session.nick();
        }
        Session sameName = server.people.called(server.fold(theirs.nick));
        return sameName != null && conversations.identity(sameName).equals(theirs.identity)
                ? sameName.nick()
                : nicks.getOrDefault(theirs.identity, theirs.nick);
    }

    /** Nothing was said yet between the two. */
    private Story nothing(String nick) {
        return new Story(nick, conversations.nothing(), null, _ -> nick);
    }
}
