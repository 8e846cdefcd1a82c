package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomEvent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes somebody who is gone out of everything, and tells those who see it. */
public final class Departure {
    /** What people say when they go stands behind it, and what people say is not for a log. */
    private static final String QUIT = "Quit: ";

    private static final String KILLED = "Killed (";

    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final ServerState server;

    Departure(ServerState server) {
        this.server = server;
    }

    /** The reason that is told when somebody goes by themselves (Modern IRC, QUIT message). */
    public static String quit(String said) {
        return QUIT + said;
    }

    /** The reason that is told when an operator ends somebody's connection (KILL message). */
    public static String killed(Session by, String comment) {
        return KILLED + by.nick() + " (" + comment + "))";
    }

    void of(Session session, String reason) {
        if (!session.isRegistered()) {
            server.door.waiting.left(session);
            return;
        }
        boolean isSaid = reason.startsWith(QUIT);
        String shown = isSaid && session.places.silence(session) ? QUIT : reason;
        Message quit = new Message(Tags.NONE, session.source(), "QUIT", List.of(shown));
        long now = server.ids.now();
        String id = server.ids.next(now);
        Outgoing line = new Outgoing(quit, now, id, Tags.NONE, session.author());
        server.broadcast.toPeers(session, line, 0);
        for (Seat seat : List.copyOf(session.places.seats())) {
            if (seat.channel.room.quit(session, shown, id, now) instanceof RoomEvent event) {
                seat.channel.keep(event);
            }
            seat.channel.unseat(seat);
            session.places.remove(seat, server.limits.places());
            server.rooms.closeIfEmpty(seat.channel);
        }
        for (Channel channel : session.places.invitedTo()) {
            channel.room.forgetInvitation(session);
        }
        remember(session);
        server.people.remove(session);
        server.observers.forEach(observer -> observer.gone(session));
        server.monitors.clear(session);
        server.monitors.offline(session);
        String told =
                isSaid
                        ? "they quit"
                        : reason.startsWith(KILLED) ? "an operator killed them" : reason;
        LOG.info("{} is gone: {} ({} here)", session.nick(), told, server.people.count());
    }

    /** So that WHOWAS knows. */
    public void remember(Session session) {
        server.people.remember(
                new People.Past(
                        session.foldedNick(),
                        session.nick(),
                        session.source().user(),
                        session.address(),
                        session.realName(),
                        server.ids.now() / 1000));
    }
}
