package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a conversation, so that it can be marked.
 *
 * @param words what is looked for; empty for nothing
 * @param id the message that one is at, or null
 * @param key the row that one is at where the message has no id
 */
record LookedFor(String words, @Nullable String id, long key) {
    static final LookedFor NOTHING = new LookedFor("", null, -1);

    boolean isAt(Message message) {
        return id == null ? message.key() == key : id.equals(message.id());
    }
}
