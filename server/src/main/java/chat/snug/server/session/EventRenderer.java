package chat.snug.server.session;

import chat.snug.protocol.Limits;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.room.Author;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what happened in a room as the messages that tell of it. */
public final class EventRenderer {
    /** So many bytes of mode arguments leave room for the rest of a line. */
    private static final int MODE_BYTES = Limits.defaults().lineBytes() / 2;

    private EventRenderer() {}

    /** The messages for an event, without tags: one, or several if a line is too short. */
    public static List<Message> messages(String room, RoomEvent event) {
        return switch (event) {
            case RoomEvent.Said said -> List.of(message(said, room));
            case RoomEvent.Joined joined -> List.of(message(joined, "JOIN", room));
            case RoomEvent.Parted parted ->
                    List.of(
                            parted.reason() == null
                                    ? message(parted, "PART", room)
                                    : message(parted, "PART", room, parted.reason()));
            case RoomEvent.Quit quit -> List.of(message(quit, "QUIT", quit.reason()));
            case RoomEvent.Kicked kicked ->
                    List.of(message(kicked, "KICK", room, kicked.nick(), kicked.reason()));
            case RoomEvent.Renamed renamed -> List.of(message(renamed, "NICK", renamed.newNick()));
            case RoomEvent.TopicChanged changed ->
                    List.of(message(changed, "TOPIC", room, changed.topic()));
            case RoomEvent.Changed changed -> modes(changed, room);
            case RoomEvent.Redacted redacted -> List.of(message(redacted, room));
        };
    }

    /** What was said, to a room or to a person. */
    public static Message message(RoomEvent.Said said, String target) {
        return switch (said.speech()) {
            case MESSAGE -> message(said, "PRIVMSG", target, said.text());
            case NOTICE -> message(said, "NOTICE", target, said.text());
            case TAGS -> message(said, "TAGMSG", target);
        };
    }

    /** What was taken back, from a room or from a person. */
    public static Message message(RoomEvent.Redacted redacted, String target) {
        String reason = redacted.reason();
        return reason == null
                ? message(redacted, "REDACT", target, redacted.messageId())
                : message(redacted, "REDACT", target, redacted.messageId(), reason);
    }

    /** A message on its way, with the time and the id of its event. */
    public static Outgoing outgoing(RoomEvent event, Message message) {
        return new Outgoing(
                message,
                event.time(),
                event.id(),
                event instanceof RoomEvent.Said said ? tags(said.tags()) : Tags.NONE,
                event.author());
    }

    private static Tags tags(Map<String, String> map) {
        Tags tags = Tags.NONE;
        for (Map.Entry<String, String> tag : map.entrySet()) {
            tags = tags.with(tag.getKey(), tag.getValue());
        }
        return tags;
    }

    private static Message message(RoomEvent event, String verb, String... params) {
        Author author = event.author();
        return new Message(
                Tags.NONE,
                new Source(author.nick(), author.user(), author.host()),
                verb,
                List.of(params));
    }

    /** Mode changes, as many in one message as fit. */
    private static List<Message> modes(RoomEvent.Changed event, String room) {
        List<Message> messages = new ArrayList<>(1);
        ModeString line = new ModeString();
        for (RoomChange change : event.changes()) {
            if (line.bytes() > MODE_BYTES) {
                messages.add(message(event, "MODE", line.params(room)));
                line = new ModeString();
            }
            line.add(change);
        }
        messages.add(message(event, "MODE", line.params(room)));
        return messages;
    }
}
