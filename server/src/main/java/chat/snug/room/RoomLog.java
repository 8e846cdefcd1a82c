package chat.snug.room;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What happened in one room, in order. Events go in at the end and can be found by id and by time.
 *
 * <p>Called by the server's loop thread only. Answers may come later, and then on any thread.
 */
public interface RoomLog {
    /** Adds the newest event. */
    void append(RoomEvent event);

    /** Forgets everything: the room is closed. */
    void clear();

    /**
     * The events of a selection, among all that were appended before the call.
     *
     * @return in the order of the events, oldest first
     */
    CompletableFuture<List<RoomEvent>> select(Selection selection);

    /**
     * What was said and fits a search, among all that was appended before the call.
     *
     * @return in the order of the events, oldest first
     */
    CompletableFuture<List<RoomEvent.Said>> search(Search search);

    /** Forgets one event for good, if it is there. */
    void forget(String id);
}
