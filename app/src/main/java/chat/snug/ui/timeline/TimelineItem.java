package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent;
import chat.snug.client.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the timeline: data only, immutable; a change is another item in the same place. */
public sealed interface TimelineItem {

    /** What stays the same when an item is replaced by a newer state of itself. */
    long key();

    /** Something that has a place in time: everything but the separators. */
    sealed interface Entry extends TimelineItem {
        Instant time();
    }

    /**
     * Something that somebody said.
     *
     * @param first whether it opens a group: avatar, name and time stand with it
     * @param groupStart the time of the message that opened the group
     * @param mention whether it names me
     */
    record Message(
            long key,
            Instant time,
            Instant groupStart,
            boolean first,
            String from,
            boolean mine,
            ClientEvent.Said.Kind kind,
            String text,
            boolean mention,
            Delivery delivery)
            implements Entry {

        Message grouped(boolean opens, Instant start) {
            return new Message(key, time, start, opens, from, mine, kind, text, mention, delivery);
        }

        Message withDelivery(Delivery now) {
            return new Message(key, time, groupStart, first, from, mine, kind, text, mention, now);
        }
    }

    /** How far a message has come. */
    sealed interface Delivery {}

    /** The host has it; {@code id} is its {@code msgid}, or null on networks without. */
    record Delivered(@Nullable String id) implements Delivery {}

    /** Mine, and on its way. */
    record OnItsWay(long token) implements Delivery {}

    /** Mine, and it did not get there; {@code reason} is what the host said, or empty. */
    record Undelivered(long token, String reason, Refusal why) implements Delivery {
        Undelivered(long token, String reason) {
            this(token, reason, Refusal.OTHER);
        }
    }

    /** People who came and went, condensed into one quiet line. */
    record Membership(long key, Instant time, List<Part> parts) implements Entry {
        public Membership {
            parts = List.copyOf(parts);
        }

        /** What somebody did. */
        public enum Did {
            CAME,
            CAME_AND_LEFT,
            LEFT_AND_CAME,
            LEFT,
            REMOVED,
            RENAMED
        }

        /**
         * People who did the same.
         *
         * @param names the first few of them
         * @param count how many there are
         * @param detail of one person: for {@code REMOVED} by whom, for {@code RENAMED} the new
         *     name, for {@code LEFT} the reason; otherwise empty
         */
        public record Part(Did did, List<String> names, int count, String detail) {
            public Part {
                names = List.copyOf(names);
            }
        }
    }

    /**
     * Something else that happened to the room, told in one quiet line.
     *
     * @param hostTime whether the host told the time, or this computer's clock did
     */
    record Happened(long key, Instant time, boolean hostTime, ClientEvent.ConversationEvent event)
            implements Entry {}

    /** Words of the app itself: help, an unknown command, a refusal. Only I see them. */
    record Note(long key, Instant time, String text) implements Entry {}

    /** A new day begins. */
    record Day(long key, LocalDate date) implements TimelineItem {}
}
