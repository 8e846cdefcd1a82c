package chat.snug.server.command;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.server.session.ModeString;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives somebody another user name and host, and tells those who see them (<a
 * href="https://ircv3.net/specs/extensions/chghost">IRCv3 chghost</a>).
 */
final class HostChange {
    private final ServerState server;

    HostChange(ServerState server) {
        this.server = server;
    }

    void of(Session person, String user, String host) {
        Source before = person.source();
        Source after = new Source(before.nick(), user, host);
        if (after.equals(before)) {
            return;
        }
        Message message = new Message(Tags.NONE, before, "CHGHOST", List.of(user, host));
        Outgoing line = Outgoing.plain(message, server.ids.now()).by(person);
        person.rename(after);
        Set<Session> peers = new LinkedHashSet<>();
        for (Seat seat : person.places.seats()) {
            seat.channel.names.changed();
            seat.channel.room.members().forEach(member -> peers.add(Session.of(member)));
        }
        peers.remove(person);
        if (person.has(Capability.CHGHOST)) {
            person.send(line);
        }
        for (Session peer : peers) {
            if (peer.has(Capability.CHGHOST)) {
                peer.send(line);
            } else {
                reconnect(person, before, peer);
            }
        }
        for (Session follower : server.monitors.followers(person)) {
            if (follower.has(Capability.EXTENDED_MONITOR)
                    && follower.has(Capability.CHGHOST)
                    && !follower.equals(person)
                    && !peers.contains(follower)) {
                follower.send(line);
            }
        }
    }

    /** For a client that does not know CHGHOST: the person goes and comes back. */
    private void reconnect(Session person, Source before, Session peer) {
        send(peer, person, new Message(Tags.NONE, before, "QUIT", List.of("Changing hostname")));
        for (Seat seat : person.places.seats()) {
            if (peer.places.in(seat.channel) == null) {
                continue;
            }
            String room = seat.channel.name();
            Message join = Message.of("JOIN", room).withSource(person.source());
            boolean isExtended = peer.has(Capability.EXTENDED_JOIN);
            send(peer, person, isExtended ? RoomCommands.extended(join, person) : join);
            String away = person.away();
            if (away != null && peer.has(Capability.AWAY_NOTIFY)) {
                send(peer, person, Message.of("AWAY", away).withSource(person.source()));
            }
            String[] ranks = ModeString.ofRanks(room, seat.member, person.nick());
            if (ranks.length > 0) {
                peer.send(Message.of("MODE", ranks).withSource(server.source));
            }
        }
    }

    private void send(Session peer, Session person, Message message) {
        peer.send(Outgoing.plain(message, server.ids.now()).by(person));
    }
}
