package chat.snug.room;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a room, in the order in which it happened. Events are what a {@link RoomLog}
 * keeps, and what members are told.
 */
public sealed interface RoomEvent extends Outcome {
    /** Unique in the room; later events have ids that sort behind those of earlier ones. */
    String id();

    /** Milliseconds of the epoch; never runs backwards within a room. */
    long time();

    /** Who did it. */
    Author author();

    /** How something was said. */
    enum Speech {
        MESSAGE,
        /** A message that must not be answered by a program. */
        NOTICE,
        /** No text, only tags. */
        TAGS
    }

    /**
     * Somebody spoke.
     *
     * @param text what was said, empty for {@link Speech#TAGS}. What was said in several lines has
     *     a line feed between them, and a carriage return in its place where a line was only split
     *     because of its length
     * @param tags what the author attached to it, in order
     */
    record Said(
            String id,
            long time,
            Author author,
            Speech speech,
            String text,
            Map<String, String> tags)
            implements RoomEvent {}

    /**
     * Somebody came in.
     *
     * @param realName what they say about themselves, empty if that is not known any more
     */
    record Joined(String id, long time, Author author, String realName) implements RoomEvent {
        /** Somebody who says nothing about themselves came in. */
        public Joined(String id, long time, Author author) {
            this(id, time, author, "");
        }
    }

    /** Somebody left this room only. */
    record Parted(String id, long time, Author author, @Nullable String reason)
            implements RoomEvent {}

    /** Somebody left the server. */
    record Quit(String id, long time, Author author, String reason) implements RoomEvent {}

    /**
     * The author removed somebody.
     *
     * @param nick who was removed
     */
    record Kicked(String id, long time, Author author, String nick, String reason)
            implements RoomEvent {}

    /** The author has another name from now on. */
    record Renamed(String id, long time, Author author, String newNick) implements RoomEvent {}

    /**
     * The author set the topic or took it away.
     *
     * @param topic the new topic, empty if there is none any more
     */
    record TopicChanged(String id, long time, Author author, String topic) implements RoomEvent {}

    /**
     * The author changed the room.
     *
     * @param changes those that had an effect, in the order in which they were wanted
     */
    record Changed(String id, long time, Author author, List<RoomChange> changes)
            implements RoomEvent {}

    /**
     * The author took back something that was said, by themselves or by somebody else.
     *
     * @param messageId the id of what was said, which no log keeps any more
     */
    record Redacted(String id, long time, Author author, String messageId, @Nullable String reason)
            implements RoomEvent {}
}
