package chat.snug.room;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
     * The event with an id, null if there is none, no longer one, or one that was redacted.
     *
     * @param id the id of an event that was appended before the call
     */
    CompletableFuture<@Nullable RoomEvent> find(String id);

    /**
     * Takes an event out for good, in what is kept and in what can be searched: no answer has it
     * from now on. Its place stays, so its id still divides what came before from what came after.
     * Does nothing if there is no such event.
     */
    void redact(String id);

    /**
     * What was said that fits a query, among all that was appended before the call.
     *
     * @return the newest that fit, in the order of the events, oldest first; a query whose words
     *     are all shorter than three characters may look at the newest part of the log only
     */
    CompletableFuture<List<RoomEvent>> search(SearchQuery query);

    /** When something was said last, in milliseconds of the epoch; 0 if nothing was. */
    long lastSaid();
}
