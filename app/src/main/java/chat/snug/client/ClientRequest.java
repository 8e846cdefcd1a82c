package chat.snug.client;

import org.jspecify.annotations.Nullable;

/** What a person can ask of a connection; the answer comes as {@link ClientEvent}s. */
public sealed interface ClientRequest {
    /**
     * Says something. A long text is split, line by line and at what fits into one message; each
     * part is a {@link ClientEvent.Pending} of its own. Blank text is not sent.
     */
    record Say(String conversation, String text, ClientEvent.Said.Kind kind)
            implements ClientRequest {}

    /**
     * Sends a message once more that became {@link ClientEvent.NotSent}. It keeps its token: {@link
     * ClientEvent.Pending} comes again with the same one, so the line that stands there changes and
     * none is added.
     */
    record Retry(long token) implements ClientRequest {}

    /**
     * Enters a room.
     *
     * @param room its name on the wire, see {@link RoomName#toWire(String)}
     */
    record Join(String room, @Nullable String key) implements ClientRequest {}

    /** Leaves a room; an empty reason says none. */
    record Leave(String room, String reason) implements ClientRequest {}

    record ChangeName(String name) implements ClientRequest {}

    /** Changes a room's topic; an empty one clears it. */
    record ChangeTopic(String room, String topic) implements ClientRequest {}

    /** Asks for the rooms of the host: {@link ClientEvent.RoomListed}. */
    record ListRooms() implements ClientRequest {}

    /** Away with a message, or back with null. */
    record Away(@Nullable String message) implements ClientRequest {}

    /** Leaves the host for good, as {@link ChatClient#close(String)} does. */
    record Quit(String reason) implements ClientRequest {}
}
