package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows show which messages: by {@code msgid}, and mine on their way by their token. */
final class ShownMessages {
    private final Map<String, Long> byId = new HashMap<>();
    private final Map<Long, Long> byToken = new HashMap<>();

    /** The key of the row that shows the message with that id; null for none. */
    @Nullable Long ofId(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The key of the row that shows my message with that token; null for none. */
    @Nullable Long ofToken(long token) {
        return byToken.get(token);
    }

    void add(Message message) {
        switch (message.delivery()) {
            case Delivered(String id) when id != null -> byId.put(id, message.key());
            case Delivered _ -> {}
            case OnItsWay(long token) -> byToken.put(token, message.key());
            case Undelivered undelivered -> byToken.put(undelivered.token(), message.key());
        }
    }

    /** The host has it: from now on the row is known by its id. */
    @Nullable Long confirmed(long token) {
        return byToken.remove(token);
    }

    /** The row is gone. */
    void forget(TimelineItem item) {
        if (item instanceof Message message) {
            switch (message.delivery()) {
                case Delivered(String id) when id != null -> byId.remove(id);
                case Delivered _ -> {}
                case OnItsWay(long token) -> byToken.remove(token);
                case Undelivered undelivered -> byToken.remove(undelivered.token());
            }
        }
    }
}
