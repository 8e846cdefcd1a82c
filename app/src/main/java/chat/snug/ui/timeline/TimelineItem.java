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
     * @param groupStart the time of the message that opened the group
     * @param first whether it opens a group: avatar, name and time stand with it
     * @param marks what others, or time, have put on it since
     */
    record Message(
            long key,
            ClientEvent.Said said,
            Instant groupStart,
            boolean first,
            Delivery delivery,
            Marks marks)
            implements Entry {
        /** A message that stands alone, with no marks yet. */
        Message(long key, ClientEvent.Said said, Delivery delivery) {
            this(key, said, said.time(), true, delivery, Marks.NONE);
        }

        @Override
        public Instant time() {
            return said.time();
        }

        /** The {@code msgid}, or null on networks without and before it is confirmed. */
        public @Nullable String id() {
            return said.id();
        }

        /** Who said it. */
        public String from() {
            return said.from();
        }

        /** Whether that is me. */
        public boolean mine() {
            return said.mine();
        }

        /** Talk, {@code /me}, or a notice. */
        public ClientEvent.Said.Kind kind() {
            return said.kind();
        }

        /** What was said, with the formatting of IRC in it; of several lines perhaps. */
        public String text() {
            return said.text();
        }

        /** Whether it names me. */
        public boolean mention() {
            return said.mention();
        }

        Message grouped(boolean opens, Instant start) {
            return new Message(key, said, start, opens, delivery, marks);
        }

        Message withDelivery(Delivery now) {
            return new Message(key, said, groupStart, first, now, marks);
        }

        Message withMarks(Marks now) {
            return new Message(key, said, groupStart, first, delivery, now);
        }

        /** The same row, without its words. */
        Message deleted(Deletion deletion) {
            ClientEvent.Said nothing =
                    new ClientEvent.Said(
                            said.conversation(),
                            said.time(),
                            said.id(),
                            said.from(),
                            said.mine(),
                            said.kind(),
                            "",
                            false,
                            said.account(),
                            null);
            return new Message(key, nothing, groupStart, first, delivery, marks.deleted(deletion));
        }

        /** The same row, once the host has it. */
        Message confirmed(ClientEvent.Said now) {
            Delivery delivered = new Delivered(now.id());
            return new Message(key, now, now.time(), true, delivered, marks);
        }
    }

    /**
     * What has been put on a message since it was said.
     *
     * @param quote what it answers, or null
     * @param reactions in the order in which each sort came first
     * @param deletion that it was taken back, or null
     */
    record Marks(@Nullable Quote quote, List<Reaction> reactions, @Nullable Deletion deletion) {
        /** Nothing. */
        static final Marks NONE = new Marks(null, List.of(), null);

        public Marks {
            reactions = List.copyOf(reactions);
        }

        Marks withQuote(@Nullable Quote now) {
            return new Marks(now, reactions, deletion);
        }

        Marks withReactions(List<Reaction> now) {
            return new Marks(quote, now, deletion);
        }

        Marks deleted(Deletion now) {
            return new Marks(null, List.of(), now);
        }
    }

    /**
     * The message that is answered.
     *
     * @param id its {@code msgid}
     * @param from who said it, or empty while it is not known
     * @param text what was said, one line of it; empty while it is not known, or was deleted
     */
    record Quote(String id, String from, String text) {}

    /**
     * The same reaction of one or several people.
     *
     * @param what mostly an emoji
     * @param people who reacted like this, in order
     * @param mine whether I am one of them
     */
    record Reaction(String what, List<String> people, boolean mine) {
        public Reaction {
            people = List.copyOf(people);
        }
    }

    /** Who took a message back, and why; both may be empty. */
    record Deletion(String by, String reason) {}

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
            REMOVED,
            CAME,
            CAME_AND_LEFT,
            LEFT_AND_CAME,
            LEFT,
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

    /** From here on it is new to me. */
    record Unread(long key) implements TimelineItem {}

    /** Where what is loaded ends, above or below. */
    record Edge(long key, End end, State state) implements TimelineItem {
        /** Which end it is. */
        public enum End {
            EARLIER,
            LATER
        }

        /** What is known about what lies beyond. */
        public enum State {
            /** There is more, to be asked for when somebody comes near. */
            MORE,
            LOADING,
            /** It was asked for and did not come; a person may ask again. */
            FAILED,
            /** There is nothing: the conversation begins here. */
            BEGINNING,
            /** There is more, but no room for it. */
            FULL
        }
    }
}
