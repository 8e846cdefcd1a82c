package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.room.Author;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import java.util.List;

/** Makes an event of a room known: to its log, to whoever caused it, to everyone in the room. */
public final class Publisher {
    private final Broadcast broadcast;

    public Publisher(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    /** Tells all in a room what the server has changed by itself. */
    public void changed(ServerState server, Channel channel, List<RoomChange> changes) {
        long now = server.ids.now();
        Author author = new Author(server.options.serverName(), "", "");
        RoomEvent event = new RoomEvent.Changed(server.ids.next(now), now, author, changes);
        channel.keep(event);
        Message message = EventRenderer.messages(channel.name(), event).getFirst();
        broadcast.toOthers(channel, EventRenderer.outgoing(event, message), null);
    }

    /**
     * Tells of an event.
     *
     * @param actor who caused it, and gets their copy as the answer to what they asked
     */
    public void publish(Channel channel, RoomEvent event, Session actor) {
        channel.keep(event);
        tell(channel, event, actor);
    }

    /**
     * Tells of an event that outlasts those who are in the room: whoever caused it, and is told by
     * it that it is done, is told when it is kept.
     *
     * @param verb of the command that caused it
     */
    public void publishKept(Channel channel, RoomEvent event, Session actor, String verb) {
        channel.keep(event);
        actor.answers.holdUntilKept(verb, channel.name());
        tell(channel, event, actor);
    }

    private void tell(Channel channel, RoomEvent event, Session actor) {
        for (Message message : EventRenderer.messages(channel.name(), event)) {
            Outgoing line = EventRenderer.outgoing(event, message);
            broadcast.toOthers(channel, line, actor);
            actor.send(line);
        }
    }
}
