package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.ui.timeline.TimelineItem.Entry;
import chat.snug.ui.timeline.TimelineItem.Happened;
import org.jspecify.annotations.Nullable;

/** Which events are told as a quiet line of their own, at the time that the host gave them. */
final class Happenings {
    private Happenings() {}

    /** The line for {@code event}; null if it is none that is told like this. */
    static @Nullable Entry entry(ConversationEvent event, TimelineLog log) {
        return switch (event) {
            // Without a name it is the answer to entering, and the header shows it.
            case TopicChanged topic when topic.by() != null ->
                    new Happened(log.nextKey(), topic.time(), true, topic);
            case ModesChanged modes -> new Happened(log.nextKey(), modes.time(), true, modes);
            case ConversationEvent _ -> null;
        };
    }
}
