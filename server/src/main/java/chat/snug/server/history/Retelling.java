package chat.snug.server.history;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomEvent;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Batch;
import chat.snug.server.session.EventRenderer;
import chat.snug.server.session.Multiline;
import chat.snug.server.session.Profile;
import chat.snug.server.session.Reply;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a client what happened before, in the messages in which it was told when it happened, with
 * the tags that the client negotiated (IRCv3 chathistory).
 */
final class Retelling {
    /** What stands around a text, at most. */
    private static final int LINE_BYTES = 300;

    private final ServerState server;
    private final Session session;
    private final boolean playback;

    Retelling(ServerState server, Session session) {
        this.server = server;
        this.session = session;
        this.playback = session.has(Capability.EVENT_PLAYBACK);
    }

    /** Whether the client is told only what was said with text. */
    boolean messagesOnly() {
        return !playback;
    }

    /** Whether the client can be told of an event, if it wants more than what was said. */
    boolean shows(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Said said ->
                    said.speech() != RoomEvent.Speech.TAGS
                            || (playback && session.has(Capability.MESSAGE_TAGS));
            case RoomEvent.Redacted _ -> playback && session.has(Capability.MESSAGE_REDACTION);
            case RoomEvent.Joined _,
                    RoomEvent.Parted _,
                    RoomEvent.Quit _,
                    RoomEvent.Kicked _,
                    RoomEvent.Renamed _,
                    RoomEvent.TopicChanged _,
                    RoomEvent.Changed _ ->
                    playback;
        };
    }

    /** A part of a story in which only what this client can be told is counted. */
    Chapter of(Story story) {
        return new Chapter(story, messagesOnly(), this::shows, server.loop);
    }

    /** Adds events to a batch. */
    void tell(Story story, List<RoomEvent> events, Batch batch) {
        for (RoomEvent event : events) {
            for (Reply reply : replies(story, event)) {
                batch.add(reply);
            }
        }
    }

    /** An event as it is told: one message, or several if one is too short. */
    List<Reply> replies(Story story, RoomEvent event) {
        String target = story.targets().apply(event);
        return switch (event) {
            case RoomEvent.Joined joined when session.has(Capability.EXTENDED_JOIN) ->
                    List.of(EventRenderer.outgoing(joined, extended(joined, target)));
            case RoomEvent.Said said when Multiline.is(said) ->
                    (session.profile() & Profile.MULTILINE) != 0
                            ? List.of(Multiline.batch(server, said, target))
                            : List.copyOf(Multiline.fallback(said, target));
            case RoomEvent.Said _,
                    RoomEvent.Joined _,
                    RoomEvent.Parted _,
                    RoomEvent.Quit _,
                    RoomEvent.Kicked _,
                    RoomEvent.Renamed _,
                    RoomEvent.TopicChanged _,
                    RoomEvent.Changed _,
                    RoomEvent.Redacted _ ->
                    plain(target, event);
        };
    }

    private static List<Reply> plain(String target, RoomEvent event) {
        List<Message> messages = EventRenderer.messages(target, event);
        List<Reply> replies = new ArrayList<>(messages.size());
        for (Message message : messages) {
            replies.add(EventRenderer.outgoing(event, message));
        }
        return replies;
    }

    /** See IRCv3 extended-join; a real name that is not known any more is the name. */
    private static Message extended(RoomEvent.Joined joined, String room) {
        String account = joined.author().account();
        String realName = joined.realName();
        Message join = EventRenderer.messages(room, joined).getFirst();
        return new Message(
                Tags.NONE,
                join.source(),
                join.command(),
                List.of(
                        room,
                        account == null ? "*" : account,
                        realName.isEmpty() ? joined.author().nick() : realName));
    }

    /**
     * As many of the events as fit into a number of bytes: whoever asks for much must not be closed
     * because much is queued. At least one is left.
     *
     * @param newest whether the newest are left, or the oldest
     */
    static List<RoomEvent> fitting(List<RoomEvent> events, boolean newest, int bytes) {
        int left = bytes;
        for (int i = 0; i < events.size(); i++) {
            left -= bytes(events.get(newest ? events.size() - 1 - i : i));
            if (left < 0 && i > 0) {
                return newest
                        ? events.subList(events.size() - i, events.size())
                        : events.subList(0, i);
            }
        }
        return events;
    }

    /** About how many bytes an event takes on the wire, on the high side. */
    private static int bytes(RoomEvent event) {
        int bytes = LINE_BYTES;
        if (event instanceof RoomEvent.Said said) {
            bytes += NameRules.bytes(said.text());
            for (var tag : said.tags().entrySet()) {
                bytes += NameRules.bytes(tag.getKey()) + NameRules.bytes(tag.getValue()) + 2;
            }
        }
        return bytes;
    }
}
