package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.room.RoomEvent;

/** Makes an event of a room known: to its log, to whoever caused it, to everyone in the room. */
public final class Publisher {
    private final Broadcast broadcast;

    public Publisher(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    /**
     * Tells of an event.
     *
     * @param actor who caused it, and gets their copy as the answer to what they asked
     */
    public void publish(Channel channel, RoomEvent event, Session actor) {
        channel.keep(event);
        for (Message message : EventRenderer.messages(channel.name(), event)) {
            Outgoing line = EventRenderer.outgoing(event, message);
            broadcast.toOthers(channel, line, actor);
            actor.send(line);
        }
    }
}
