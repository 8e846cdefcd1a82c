package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.ModesKnown;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientEvent.TypingChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an event has a place of its own among the rows. */
enum EventPlace {
    /** It stands at its time, behind what is older. */
    IN_TIME,
    /** It is about rows that are there, or about none. */
    ANYWHERE;

    static EventPlace of(ConversationEvent event) {
        return switch (event) {
            case Said _, TopicChanged _, ModesChanged _ -> IN_TIME;
            case PersonJoined _, PersonLeft _, PersonRenamed _ -> IN_TIME;
            case RoomLeft _, RoomRefused _ -> IN_TIME;
            // They change what is there, and what waits: a page may bring it later.
            case Reacted _, Redacted _ -> ANYWHERE;
            case Pending _, Confirmed _, NotSent _ -> ANYWHERE;
            case HistoryPage _, HistoryRead _ -> ANYWHERE;
            case TypingChanged _, MarkedRead _, RoomNamed _, ModesKnown _, BansListed _ -> ANYWHERE;
            case InvitedListed _, RoomEntered _, PeopleListed _, PersonChanged _ -> ANYWHERE;
        };
    }

    /** When it happened by the host's clock, of what has a place in time; else null. */
    static @Nullable Instant timeOf(ConversationEvent event) {
        return switch (event) {
            case Said said -> said.time();
            case TopicChanged topic -> topic.time();
            case ModesChanged modes -> modes.time();
            case PersonJoined joined -> joined.time();
            case PersonLeft left -> left.time();
            case PersonRenamed renamed -> renamed.time();
            case ConversationEvent _ -> null;
        };
    }
}
