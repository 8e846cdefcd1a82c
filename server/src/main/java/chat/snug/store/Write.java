package chat.snug.store;

import chat.snug.room.RoomEvent;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that the loop hands to the {@link Writer}; they are done in that order. */
sealed interface Write {
    /** There is a new log. */
    record LogOpened(long log, String key) implements Write {}

    /** A log has another key. */
    record LogRenamed(long log, String key) implements Write {}

    /** A log and all that is in it is to be deleted, bit by bit. */
    record LogDropped(long log) implements Write {}

    /** Something happened. */
    record Appended(long log, RoomEvent event) implements Write {}

    /** The event with this id is to lose all that it says. */
    record Redacted(long log, String id) implements Write {}

    /** A fact is set. */
    record FactSet(String table, String owner, String key, String value) implements Write {
        /** Without the value: it may be the key of a room. */
        @Override
        public String toString() {
            return "FactSet[" + table + ", " + owner + ", " + key + "]";
        }
    }

    /** A fact is taken away. */
    record FactRemoved(String table, String owner, String key) implements Write {}

    /** All facts of an owner are taken away. */
    record OwnerRemoved(String table, String owner) implements Write {}

    /** A table has these facts and no others. */
    record TableSet(String table, Map<String, Map<String, String>> facts) implements Write {}

    /** Everything is to be deleted at once. */
    record AllForgotten() implements Write {}

    /**
     * From now on so much is kept and no more.
     *
     * @param age after which an event is forgotten, null for never
     * @param eventsPerLog how many events of a log are kept, 0 for all
     */
    record KeptFor(@Nullable Duration age, int eventsPerLog) implements Write {}

    /** A question that has to see all that was written before. */
    record Asked(Runnable question) implements Write {}

    /** About how many bytes it takes in memory; on the high side. */
    default int bytes() {
        return switch (this) {
            case Appended appended -> EventRow.bytes(appended.event());
            case FactSet set -> 200 + 2 * (set.owner.length() + set.value.length());
            case TableSet _,
                    LogOpened _,
                    LogRenamed _,
                    LogDropped _,
                    Redacted _,
                    FactRemoved _,
                    OwnerRemoved _,
                    AllForgotten _,
                    KeptFor _,
                    Asked _ ->
                    200;
        };
    }
}
