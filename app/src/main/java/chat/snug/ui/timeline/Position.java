package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place to come back to, even if its row is forgotten meanwhile.
 *
 * @param id the first message's from there on, or null
 * @param time when that was said, or null
 */
record Position(long key, double offset, @Nullable String id, @Nullable Instant time) {
    /** At the newest. */
    static final Position END = new Position(-1, 0, null, null);

    /** The same place among the rows that are loaded now; the end if it is gone. */
    static Position of(@Nullable Place place, TimelineLog log) {
        int index = place == null ? -1 : log.indexOf(place.key());
        if (place == null || index < 0) {
            return END;
        }
        Message said = log.messageFrom(index);
        return new Position(
                place.key(),
                place.offset(),
                said == null ? null : said.id(),
                said == null ? null : said.time());
    }
}
