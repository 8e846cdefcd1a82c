package chat.snug.room;

import org.jspecify.annotations.Nullable;

/**
 * Which events of a {@link RoomLog} are wanted: those between two points, without what is at the
 * points themselves, and of those no more than a number.
 *
 * @param after the older end, null for the beginning of the log
 * @param before the newer end, null for the end of the log
 * @param newestFirst whether the newest are meant if there are more than {@code limit}; the result
 *     is in the order of the events in any case
 * @param limit how many at most
 * @param messagesOnly whether only what was said with text counts ({@link RoomEvent.Said} that is
 *     not {@link RoomEvent.Speech#TAGS}), and nothing else
 */
public record Selection(
        @Nullable Point after,
        @Nullable Point before,
        boolean newestFirst,
        int limit,
        boolean messagesOnly) {
    /** The newest events of all. */
    public static Selection latest(int limit) {
        return new Selection(null, null, true, limit, false);
    }

    /** Whether an event is of the kind that is wanted, wherever it stands. */
    public boolean wants(RoomEvent event) {
        return !messagesOnly
                || (event instanceof RoomEvent.Said said && said.speech() != RoomEvent.Speech.TAGS);
    }
}
