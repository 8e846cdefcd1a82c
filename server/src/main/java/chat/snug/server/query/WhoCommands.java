package chat.snug.server.query;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.room.Mask;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.LongAnswer;
import chat.snug.server.session.NamesBlock;
import chat.snug.server.session.Replies;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of people: WHO, and what WHOX adds to it. */
public final class WhoCommands {
    /** {@code WHO mask o} asks for operators only (RFC 2812, section 3.6.1). */
    private static final String OPERATORS_ONLY = "o";

    private final ServerState server;
    private final Replies replies;

    public WhoCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("WHO", REGISTERED, Command.Who.class, this::who);
    }

    private void who(Session session, Command.Who who) {
        String mask = who.mask();
        int percent = who.option().indexOf('%');
        WhoFields fields = percent < 0 ? null : WhoFields.of(who.option().substring(percent + 1));
        boolean operatorsOnly =
                (percent < 0 ? who.option() : who.option().substring(0, percent))
                        .equals(OPERATORS_ONLY);
        Stream<Optional<Message>> found =
                NameRules.looksLikeRoom(mask)
                        ? room(session, mask, fields, operatorsOnly)
                        : people(session, mask, fields, operatorsOnly);
        Message end =
                replies.message(session, Numeric.RPL_ENDOFWHO, List.of(mask), "End of WHO list");
        new LongAnswer(
                        server,
                        session,
                        Stream.concat(found, Stream.of(Optional.of(end))).iterator())
                .send();
    }

    private Stream<Optional<Message>> room(
            Session session, String name, @Nullable WhoFields fields, boolean operatorsOnly) {
        Channel channel = server.rooms.called(name);
        if (channel == null || !channel.isVisibleTo(session)) {
            return Stream.of();
        }
        boolean isMember = session.places.in(channel) != null;
        return List.copyOf(channel.room.members()).stream()
                .map(Session::of)
                .map(
                        person ->
                                (isMember || !person.is(UserMode.INVISIBLE))
                                                && (!operatorsOnly || person.is(UserMode.OPERATOR))
                                        ? Optional.of(reply(session, person, channel, fields))
                                        : Optional.empty());
    }

    private Stream<Optional<Message>> people(
            Session session, String mask, @Nullable WhoFields fields, boolean operatorsOnly) {
        String folded = server.fold(mask);
        Session named = server.people.called(folded);
        if (named != null) {
            return !operatorsOnly || named.is(UserMode.OPERATOR)
                    ? Stream.of(
                            Optional.of(
                                    reply(session, named, sharedChannel(session, named), fields)))
                    : Stream.of();
        }
        // "0" has always meant everyone (RFC 2812, section 3.6.1)
        String pattern = folded.equals("0") ? "*" : folded;
        return List.copyOf(server.people.registered()).stream()
                .map(
                        person ->
                                isVisible(session, person)
                                                && (!operatorsOnly || person.is(UserMode.OPERATOR))
                                                && matches(pattern, person)
                                        ? Optional.of(
                                                reply(
                                                        session,
                                                        person,
                                                        sharedChannel(session, person),
                                                        fields))
                                        : Optional.empty());
    }

    private static boolean isVisible(Session asking, Session person) {
        return !person.is(UserMode.INVISIBLE)
                || person.equals(asking)
                || person.places.meet(asking.places);
    }

    private boolean matches(String pattern, Session person) {
        return Mask.matches(pattern, person.foldedNick())
                || Mask.matches(pattern, server.fold(person.source().user()))
                || Mask.matches(pattern, server.fold(person.address()))
                || Mask.matches(pattern, server.fold(person.realName()))
                || Mask.matches(pattern, server.fold(server.options.serverName()))
                || Mask.matches(pattern, person.foldedMask());
    }

    /** A room of the person that the one who asks may know of, or null. */
    private static @Nullable Channel sharedChannel(Session asking, Session person) {
        Channel visible = null;
        for (Seat seat : person.places.seats()) {
            if (asking.places.in(seat.channel) != null) {
                return seat.channel;
            }
            boolean isShown = !person.is(UserMode.INVISIBLE) && seat.channel.isVisibleTo(asking);
            if (visible == null && isShown) {
                visible = seat.channel;
            }
        }
        return visible;
    }

    private Message reply(
            Session session,
            Session person,
            @Nullable Channel channel,
            @Nullable WhoFields fields) {
        String room = channel == null ? "*" : channel.name();
        String flags = flags(session, person, channel);
        if (fields != null) {
            return replies.message(
                    session,
                    Numeric.RPL_WHOSPCRPL,
                    fields.params(server, session, person, room, flags));
        }
        return replies.message(
                session,
                Numeric.RPL_WHOREPLY,
                List.of(
                        room,
                        person.source().user(),
                        person.address(),
                        server.options.serverName(),
                        person.nick(),
                        flags),
                "0 " + person.realName());
    }

    /** Here or gone, IRC operator, prefixes in the room, bot: in this order. */
    private static String flags(Session asking, Session person, @Nullable Channel channel) {
        StringBuilder flags = new StringBuilder(person.away() == null ? "H" : "G");
        if (person.is(UserMode.OPERATOR)) {
            flags.append('*');
        }
        Seat seat = channel == null ? null : person.places.in(channel);
        if (seat != null) {
            flags.append(NamesBlock.prefix(seat.member, asking.has(Capability.MULTI_PREFIX)));
        }
        if (person.is(UserMode.BOT)) {
            flags.append(UserMode.BOT.letter);
        }
        return flags.toString();
    }
}
