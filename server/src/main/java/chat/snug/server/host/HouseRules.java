package chat.snug.server.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the host decides about what is kept, and may change at any time. It is kept itself, with
 * everything else. Immutable, any thread.
 *
 * @param earlier whether those who come in see what was said before they came
 * @param age after which what was said is forgotten, null for never
 * @param eventsPerRoom how much of each room is kept, the newest; 0 for all
 */
public record HouseRules(boolean earlier, @Nullable Duration age, int eventsPerRoom) {
    /** The same rules, but with or without what was said before somebody came. */
    public HouseRules withEarlier(boolean shown) {
        return new HouseRules(shown, age, eventsPerRoom);
    }

    /** The same rules with another time after which what was said is forgotten, null for none. */
    public HouseRules withAge(@Nullable Duration longest) {
        return new HouseRules(earlier, longest, eventsPerRoom);
    }

    /** The same rules with another number of things that are kept of each room, 0 for all. */
    public HouseRules withEventsPerRoom(int most) {
        return new HouseRules(earlier, age, most);
    }
}
