package chat.snug.server.history;

import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a history, as one client may see it: a room, or a conversation with somebody.
 *
 * @param name how the room or the other person is called now
 * @param log what happened
 * @param from behind which it may be seen, null for the beginning
 * @param targets to whom an event was told, as the parameter of the message about it
 */
record Story(String name, RoomLog log, @Nullable Point from, Function<RoomEvent, String> targets) {}
