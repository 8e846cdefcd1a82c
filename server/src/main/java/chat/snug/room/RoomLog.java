package chat.snug.room;

import java.util.List;

/**
 * What happened in one room, in order. Events go in at the end and can be found by id and by time;
 * lists that come out are in the order of the events, oldest first.
 *
 * <p>Called by the server's loop thread only.
 */
public interface RoomLog {
    /** Adds the newest event. */
    void append(RoomEvent event);

    /** Forgets everything: the room is closed. */
    void clear();

    /** At most {@code limit} events, the newest there are. */
    List<RoomEvent> latest(int limit);

    /** At most {@code limit} events that came directly before {@code id}. */
    List<RoomEvent> beforeId(String id, int limit);

    /** At most {@code limit} events that came directly after {@code id}. */
    List<RoomEvent> afterId(String id, int limit);

    /** At most {@code limit} events directly before a time in milliseconds of the epoch. */
    List<RoomEvent> beforeTime(long time, int limit);

    /** At most {@code limit} events directly after a time in milliseconds of the epoch. */
    List<RoomEvent> afterTime(long time, int limit);
}
