package chat.snug.server.history;

import chat.snug.room.EventIds;
import chat.snug.room.Point;
import chat.snug.server.session.ServerTime;
import org.jspecify.annotations.Nullable;

/** Reads the points of a history that clients name, and puts them in order. */
final class Points {
    /** Sorts behind every character of an id. */
    private static final char BEHIND = '~';

    private static final String BY_TIME = "timestamp=";
    private static final String BY_ID = "msgid=";

    private Points() {}

    /** Whether a selector names a point in a way that is known here, right or wrong. */
    static boolean isKnownType(String selector) {
        return selector.startsWith(BY_TIME)
                || selector.startsWith(BY_ID)
                || selector.indexOf('=') < 0;
    }

    /** The point that a selector of CHATHISTORY names, null if it names none. */
    static @Nullable Point read(String selector) {
        if (selector.startsWith(BY_ID)) {
            String id = selector.substring(BY_ID.length());
            return EventIds.isId(id) ? new Point.Id(id) : null;
        }
        return time(selector);
    }

    /** The same where only times are allowed. */
    static Point.@Nullable Time time(String selector) {
        Long millis =
                selector.startsWith(BY_TIME)
                        ? ServerTime.parse(selector.substring(BY_TIME.length()))
                        : null;
        return millis == null ? null : new Point.Time(millis);
    }

    /** A point directly behind the event, or the moment, that a point names. */
    static Point behind(Point point) {
        return switch (point) {
            case Point.Id(String id) -> new Point.Id(id + BEHIND);
            case Point.Time(long millis) -> new Point.Time(millis + 1);
        };
    }

    /** Below 0 if {@code one} is older than {@code other}. */
    static int compare(Point one, Point other) {
        return one instanceof Point.Id(String id) && other instanceof Point.Id(String otherId)
                ? id.compareTo(otherId)
                : Long.compare(millis(one), millis(other));
    }

    /** The newer one of two points, of which the first may be missing. */
    static Point newer(@Nullable Point one, Point other) {
        return one != null && compare(one, other) > 0 ? one : other;
    }

    private static long millis(Point point) {
        return switch (point) {
            case Point.Id(String id) -> EventIds.time(id);
            case Point.Time(long millis) -> millis;
        };
    }
}
