package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said before, as the host keeps it.
 *
 * @param part which part of the history it is
 * @param id the message that was asked about, or null
 * @param events oldest first
 * @param more whether there is more in the direction that was asked for
 */
record Page(
        Part part, @Nullable String id, List<? extends ConversationEvent> events, boolean more) {
    Page {
        events = List.copyOf(events);
    }

    /** The page as the client tells it. */
    static Page of(HistoryPage page) {
        Part part =
                switch (page.place()) {
                    case ABOVE -> Part.EARLIER;
                    case BELOW -> Part.NEWEST;
                };
        return new Page(part, null, page.events(), !page.atBeginning());
    }

    /** Which part of the history. */
    enum Part {
        EARLIER,
        LATER,
        NEWEST,
        AROUND
    }
}
