package chat.snug.client;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryPage.Place;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.Shelf.Mark;
import chat.snug.protocol.Message;
import java.time.Instant;
import java.util.List;

/**
 * What the answers to {@link History}'s questions become: pages that are told, and marks on the
 * shelf of how far a conversation is known.
 */
final class Pages {
    private final Dialogue dialogue;
    private final Shelves shelves;

    Pages(Dialogue dialogue, Shelves shelves) {
        this.dialogue = dialogue;
        this.shelves = shelves;
    }

    /** Where a message stands. */
    Mark mark(Message message) {
        Instant time = dialogue.time(message);
        shelves.heard(time);
        return new Mark(message.tags().get("msgid"), time);
    }

    /** What is known reaches over these too, the oldest first. */
    void extend(String conversation, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Shelf shelf = shelves.of(conversation);
        Mark first = mark(messages.getFirst());
        Mark oldest = shelf.oldest();
        if (oldest == null || first.time().isBefore(oldest.time())) {
            shelf.begins(first);
        }
        Mark last = mark(messages.getLast());
        Mark newest = shelf.newest();
        if (newest == null || !last.time().isBefore(newest.time())) {
            shelf.reaches(last);
        }
    }

    /** What was missed: under all that was told. */
    void tellFound(String conversation, List<ConversationEvent> events) {
        if (!events.isEmpty()) {
            tell(conversation, Place.BELOW, events, atBeginning(conversation));
        }
    }

    /**
     * The newest there is. Where it begins is told too: what is earlier is asked for from there.
     */
    void tellLatest(String conversation, List<Message> messages, List<ConversationEvent> events) {
        Mark first = messages.isEmpty() ? null : mark(messages.getFirst());
        HistoryRead.Mark begins =
                first == null ? null : new HistoryRead.Mark(first.id(), first.time());
        dialogue.tell(
                new HistoryPage(
                        conversation, Place.BELOW, events, begins, atBeginning(conversation)));
    }

    /** What is older than all that was told. */
    void tellAbove(String conversation, List<ConversationEvent> events) {
        tell(conversation, Place.ABOVE, events, atBeginning(conversation));
    }

    /** There is nothing older, and the host cannot be asked. */
    void tellNoneAbove(String conversation) {
        tell(conversation, Place.ABOVE, List.of(), true);
    }

    private boolean atBeginning(String conversation) {
        return shelves.of(conversation).atBeginning();
    }

    private void tell(
            String conversation, Place place, List<ConversationEvent> events, boolean all) {
        dialogue.tell(new HistoryPage(conversation, place, events, all));
    }
}
