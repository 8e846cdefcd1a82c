package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.ModesKnown;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Feature;
import chat.snug.client.RoomName;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Surroundings;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import chat.snug.ui.timeline.TimelineMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The conversations on one connection: opened, found by name, and given what happens in them. */
final class HostConversations {
    private final Surroundings surroundings;
    private final ConnectionViewModel connection;
    private final HostWindow window;
    private final TimelineMemory memory = new TimelineMemory();
    private final Map<String, String> wantedTitles = new HashMap<>();
    private final ObservableList<ConversationViewModel> rooms = conversations();
    private final ObservableList<ConversationViewModel> privates = conversations();

    HostConversations(
            Surroundings surroundings, ConnectionViewModel connection, HostWindow window) {
        this.surroundings = surroundings;
        this.connection = connection;
        this.window = window;
    }

    /** A list that also tells when something in one of its conversations becomes read or unread. */
    private static ObservableList<ConversationViewModel> conversations() {
        return FXCollections.observableArrayList(
                conversation ->
                        new Observable[] {
                            conversation.unreadProperty(), conversation.factsProperty()
                        });
    }

    ObservableList<ConversationViewModel> rooms() {
        return rooms;
    }

    ObservableList<ConversationViewModel> privates() {
        return privates;
    }

    void forEach(Consumer<ConversationViewModel> action) {
        rooms.forEach(action);
        privates.forEach(action);
    }

    void remove(ConversationViewModel conversation) {
        rooms.remove(conversation);
        privates.remove(conversation);
        memory.remove(conversation.timeline());
    }

    @Nullable ConversationViewModel find(String name) {
        String key = Conversations.key(name);
        for (ConversationViewModel conversation : Conversations.isRoom(name) ? rooms : privates) {
            if (Conversations.key(conversation.name()).equals(key)) {
                return conversation;
            }
        }
        return null;
    }

    /** The conversation with that room or person, opened if it was not. */
    ConversationViewModel open(String name) {
        ConversationViewModel known = find(name);
        if (known != null) {
            return known;
        }
        boolean room = Conversations.isRoom(name);
        ConversationViewModel fresh =
                new ConversationViewModel(
                        surroundings, connection, room ? Kind.ROOM : Kind.PRIVATE, name);
        (room ? rooms : privates).add(fresh);
        memory.add(fresh.timeline());
        return fresh;
    }

    /** Takes in what happened in one conversation, in order; never empty. */
    void deliver(List<ConversationEvent> batch) {
        String name = batch.getFirst().conversation();
        ConversationViewModel known = find(name);
        if (known == null && batch.getFirst() instanceof RoomRefused refused) {
            if (refused.reason() == RoomRefused.Reason.WRONG_KEY) {
                connection.askForKey(name);
                return;
            }
            String room = RoomName.toScreen(name);
            connection.noteHere(new FailureWords(surroundings.messages()).of(refused, room));
            return;
        }
        if (known == null && batch.stream().noneMatch(HostConversations::opens)) {
            return;
        }
        ConversationViewModel conversation = open(name);
        conversation.apply(batch);
        boolean inside = conversation.insideProperty().get();
        for (ConversationEvent event : batch) {
            switch (event) {
                case RoomEntered entered when inside -> {
                    window.entered(conversation);
                    // Where a host takes people is not where they want to look, or to write.
                    if (known == null && entered.asked()) {
                        window.show(conversation);
                    }
                    nameAsWanted(conversation);
                }
                case RoomNamed _ when inside -> window.entered(conversation);
                case RoomLeft(_, @Nullable String by, _) when !inside && by == null ->
                        remove(conversation);
                case PersonRenamed renamed when conversation.kind() == Kind.PRIVATE ->
                        rename(conversation, renamed.to());
                case ConversationEvent _ -> {}
            }
        }
    }

    /** Remembers what a room is to be called on screens once it is entered. */
    void nameOnceInside(String wireName, String title) {
        String plain = title.strip();
        if (!plain.equals(RoomName.toScreen(wireName))) {
            wantedTitles.put(Conversations.key(wireName), plain);
        }
    }

    private void nameAsWanted(ConversationViewModel room) {
        String title = wantedTitles.remove(Conversations.key(room.name()));
        if (title != null && connection.features().contains(Feature.DISPLAY_NAMES)) {
            connection.submit(new ClientRequest.NameRoom(room.name(), title));
        }
    }

    /** Whether it is worth a conversation that was not there, or was closed. */
    private static boolean opens(ConversationEvent event) {
        return switch (event) {
            case RoomLeft _,
                    PersonRenamed _,
                    PersonLeft _,
                    PersonChanged _,
                    Reacted _,
                    Redacted _,
                    TypingChanged _,
                    MarkedRead _,
                    HistoryRead _,
                    RoomNamed _,
                    ModesKnown _,
                    BansListed _,
                    InvitedListed _ ->
                    false;
            case HistoryPage page -> !page.events().isEmpty();
            case ConversationEvent _ -> true;
        };
    }

    /** Whoever had the name before is gone, and so is the conversation with them. */
    private void rename(ConversationViewModel conversation, String to) {
        ConversationViewModel before = find(to);
        if (before != null && !before.equals(conversation)) {
            remove(before);
        }
        conversation.rename(to);
    }
}
