package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found of a private talk on coming in, until it is known how far it was read. */
final class FoundTalk {
    private final List<Said> said = new ArrayList<>();

    /** Keeps what was said. */
    void found(List<ConversationEvent> events) {
        events.stream().filter(Said.class::isInstance).forEach(event -> said.add((Said) event));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return said.isEmpty();
    }

    /** What nobody has read: everything after that moment, or all of it; asked for once. */
    List<Said> unread(@Nullable Instant readUpTo) {
        List<Said> unread =
                said.stream()
                        .filter(one -> readUpTo == null || one.time().isAfter(readUpTo))
                        .toList();
        said.clear();
        return unread;
    }
}
