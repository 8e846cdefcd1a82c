package chat.snug.room;

/** A place in a {@link RoomLog}, between events or at one of them. */
public sealed interface Point {
    /**
     * Where the event with an id is, or would be: ids are in the order of the events.
     *
     * @param id the id of an event, known or not
     */
    record Id(String id) implements Point {}

    /**
     * A moment.
     *
     * @param millis milliseconds of the epoch
     */
    record Time(long millis) implements Point {}
}
