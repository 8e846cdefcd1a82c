package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** What is unread in one conversation, and how much of it is meant for the person. */
final class UnreadCount {
    private final ReadOnlyIntegerWrapper messages = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper calls = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper called = new ReadOnlyBooleanWrapper();
    private final FoundTalk found = new FoundTalk();
    private final boolean direct;
    private @Nullable Instant newest;
    private @Nullable Instant seenUpTo;

    /**
     * Nothing yet.
     *
     * @param direct whether all that is said is meant for the person
     */
    UnreadCount(boolean direct) {
        this.direct = direct;
        called.bind(calls.greaterThan(0));
    }

    ReadOnlyIntegerProperty messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty calledProperty() {
        return called.getReadOnlyProperty();
    }

    /** When the newest unread message was said, or null if none ever was. */
    @Nullable Instant newest() {
        return newest;
    }

    /** Somebody said something, while the person looked or not. */
    void count(Said said, boolean looked) {
        seenUpTo = said.time();
        if (!looked && !said.mine()) {
            newest = said.time();
            boolean meant = said.mention() || direct;
            set(messages.get() + 1, calls.get() + (meant ? 1 : 0));
        }
    }

    /** What was said while one was not connected; before the first visit nothing was missed. */
    void missed(List<ConversationEvent> events, boolean looked) {
        Instant from = seenUpTo;
        if (direct && from == null && found.isEmpty()) {
            found.found(events);
            return;
        }
        for (ConversationEvent event : events) {
            if (event instanceof Said said && from != null && said.time().isAfter(from)) {
                count(said, looked);
            }
        }
    }

    /**
     * How far it was read is known, in this app or another: what came until then is not unread, and
     * what was found of a private talk after it is.
     *
     * @param time null if nothing of it was ever read
     */
    void readUpTo(@Nullable Instant time, boolean looked) {
        found.unread(time).forEach(said -> count(said, looked));
        if (time == null) {
            return;
        }
        seenUpTo = seenUpTo == null || time.isAfter(seenUpTo) ? time : seenUpTo;
        if (newest != null && !newest.isAfter(time)) {
            clear();
        }
    }

    /** The person wants to come back to so many messages. */
    void mark(int count) {
        set(count, 0);
    }

    /** The person wants to come back to it. */
    void mark() {
        if (messages.get() == 0) {
            messages.set(1);
        }
    }

    void clear() {
        set(0, 0);
    }

    /** Who follows the number of messages finds that of the calls right. */
    private void set(int newMessages, int newCalls) {
        calls.set(newCalls);
        messages.set(newMessages);
    }
}
