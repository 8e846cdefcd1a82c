package chat.snug.room;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a {@link Room} outlasts the people in it.
 *
 * @param name as people see it
 * @param createdAt in milliseconds of the epoch
 * @param key what newcomers must know, null if nothing
 * @param limit how many may be in the room, 0 if any number may
 * @param founder the account that founded it, null if none did
 * @param operators the accounts that are operators whenever they come in
 * @param voiced the accounts that have a voice whenever they come in
 */
public record RoomRecord(
        String name,
        long createdAt,
        @Nullable Topic topic,
        Set<Flag> flags,
        @Nullable String key,
        int limit,
        Map<MaskKind, List<MaskEntry>> masks,
        @Nullable String founder,
        Set<String> operators,
        Set<String> voiced) {
    /** Without the key. */
    @Override
    public String toString() {
        return "RoomRecord[" + name + "]";
    }
}
