package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.ConnectFailed;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.Conversations;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.ui.Arrival;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Visit;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Offers somebody who cannot reach a host what they saw there themselves, if they kept it. JavaFX
 * thread.
 */
final class CopyOffer {
    private final Surroundings surroundings;
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper(this, "there", false);
    private @Nullable Tried tried;
    private List<HistoryRead> copies = List.of();

    /** A room by its name on the wire and its title on the screen. */
    private record Known(String name, String title) {}

    private record Tried(Address to, Identity who, Failure why) {}

    CopyOffer(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether there is a copy of what was said at the host that could not be reached. */
    ReadOnlyBooleanProperty thereProperty() {
        return there.getReadOnlyProperty();
    }

    /** There was no way in at {@code to}. */
    void failed(Address to, Identity who, Failure why) {
        Tried now = new Tried(to, who, why);
        tried = now;
        var _ =
                surroundings
                        .belongings()
                        .transcripts()
                        .of(to.host() + ':' + to.port())
                        .thenAcceptAsync(found -> found(now, found), surroundings.events());
    }

    private void found(Tried by, List<HistoryRead> found) {
        if (by.equals(tried)) {
            copies = found;
            there.set(!found.isEmpty());
        }
    }

    /** Another address is typed, or another try begins. */
    void forget() {
        tried = null;
        copies = List.of();
        there.set(false);
    }

    /**
     * A copy knows its room as one compares names; what was used lately knows how it is written.
     */
    private @Nullable Known known(Address host, String conversation) {
        for (RecentRoom recent : surroundings.settings().get().recents()) {
            Address there = recent.hosted() ? null : address(recent.link());
            String room = there == null ? null : there.room();
            if (there != null
                    && room != null
                    && there.host().equals(host.host())
                    && there.port() == host.port()
                    && Conversations.key(room).equals(Conversations.key(conversation))) {
                return new Known(room, recent.room());
            }
        }
        return null;
    }

    private static @Nullable Address address(String link) {
        try {
            return Address.parse(link);
        } catch (AddressException _) {
            return null; // of a settings file that somebody has written
        }
    }

    /** What the shell shows: a connection that is away, and its conversations from the copy. */
    @Nullable Arrival take() {
        Tried by = tried;
        if (by == null || copies.isEmpty()) {
            return null;
        }
        List<ClientEvent> events = new ArrayList<>();
        events.add(new ConnectFailed(by.why(), null));
        for (HistoryRead copy : copies) {
            Known known = known(by.to(), copy.conversation());
            String name = known == null ? copy.conversation() : known.name();
            events.add(new HistoryPage(name, HistoryPage.Place.BELOW, copy.events(), !copy.more()));
            if (known != null) {
                events.add(new RoomNamed(name, known.title()));
            }
        }
        Visit visit = Visit.of(surroundings, by.to(), by.who(), null, _ -> {});
        forget();
        return new Arrival(by.to(), null, visit, events);
    }
}
