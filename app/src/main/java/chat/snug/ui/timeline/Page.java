package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.HistoryRead.Mark;
import chat.snug.client.ClientRequest.ReadHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said before, as the host keeps it.
 *
 * @param part which part of the history it is
 * @param id the message that was asked about, or null
 * @param time the moment that was asked about, or null
 * @param events oldest first
 * @param first where it begins, or null if only its events are known
 * @param last where it ends, or null likewise
 * @param more whether there is more in the direction that was asked for
 */
record Page(
        Part part,
        @Nullable String id,
        @Nullable Instant time,
        List<? extends ConversationEvent> events,
        @Nullable Mark first,
        @Nullable Mark last,
        boolean more) {
    Page {
        events = List.copyOf(events);
    }

    Page(Part part, @Nullable String id, List<? extends ConversationEvent> events, boolean more) {
        this(part, id, null, events, null, null, more);
    }

    /** The page as the client tells it. */
    static Page of(HistoryPage page) {
        Part part =
                switch (page.place()) {
                    case ABOVE -> Part.EARLIER;
                    case BELOW -> Part.NEWEST;
                };
        return new Page(part, null, null, page.events(), page.first(), null, !page.atBeginning());
    }

    /** The page as the client read it for us. */
    static Page of(HistoryRead read) {
        ReadHistory asked = read.request();
        return new Page(
                Part.of(asked.part()),
                asked.id(),
                asked.time(),
                read.events(),
                read.first(),
                read.last(),
                read.more());
    }

    /** Which part of the history. */
    enum Part {
        EARLIER,
        LATER,
        NEWEST,
        AROUND;

        /** As the client calls it. */
        static Part of(ReadHistory.Part part) {
            return switch (part) {
                case NEWEST -> NEWEST;
                case BEFORE -> EARLIER;
                case AFTER -> LATER;
                case AROUND -> AROUND;
            };
        }
    }
}
