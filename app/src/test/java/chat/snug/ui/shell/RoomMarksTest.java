package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.Identity;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomKey;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.switcher.Destination;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the person says about single rooms, and the order in which they are offered. */
final class RoomMarksTest extends ShellFixture {
    private Link threeRooms() {
        Link link = visit("#lobby");
        link.happen(new ClientEvent.RoomEntered("#music"), new ClientEvent.RoomEntered("#tea"));
        return link;
    }

    @Test
    void favouritesStandFirstOnTheirHostAlsoAtTheNextStart() {
        threeRooms();
        room("#tea").wishes().toggleFavourite();
        assertThat(rows()).containsExactly("= Libera.Chat", "tea", "lobby", "music");
        room("#music").wishes().toggleFavourite();
        assertThat(rows()).containsExactly("= Libera.Chat", "music", "tea", "lobby");
        room("#music").wishes().toggleFavourite();
        assertThat(rows()).containsExactly("= Libera.Chat", "tea", "lobby", "music");

        surroundings.settings().close();
        try (SettingsStore again = SettingsStore.in(settings)) {
            assertThat(again.get().rooms().keySet())
                    .containsExactly(new RoomKey("192.168.1.7:6667", "#tea"));
        }
    }

    @Test
    void aMutedRoomIsNotCountedAndNotGoneTo() {
        Link link = threeRooms();
        room("#lobby").wishes().toggleMuted();
        link.happen(said("#lobby", "Ben", "Mei?", true), said("#music", "Ben", "la", false));
        assertThat(shell.unreadProperty().get()).isEqualTo(1);
        shell.showNextUnread(1);
        assertThat(shown().name()).isEqualTo("#music");
        room("#lobby").wishes().toggleMuted();
        assertThat(shell.unreadProperty().get()).isEqualTo(1);
        assertThat(room("#lobby").factsProperty().get()).isEqualTo(RoomFacts.USUAL);
    }

    @Test
    void aRoomIsMarkedUnreadUntilItIsLookedAtAgain() {
        threeRooms();
        ConversationViewModel tea = shown();
        tea.markUnread();
        assertThat(tea.unreadProperty().get()).isEqualTo(1);
        assertThat(tea.callsProperty().get()).isZero();
        shell.show(room("#lobby"));
        assertThat(tea.unreadProperty().get()).isEqualTo(1);
        shell.show(tea);
        assertThat(tea.unreadProperty().get()).isZero();
    }

    @Test
    void aRoomIsMarkedReadWithoutLookingAndTheHostIsTold() {
        Link link = threeRooms();
        link.happen(
                new ClientEvent.FeaturesChanged(Set.of(Feature.READ_MARKERS)),
                said("#lobby", "Ben", "Mei?", true),
                said("#lobby", "Ben", "well", false));
        ConversationViewModel lobby = room("#lobby");
        assertThat(lobby.unreadProperty().get()).isEqualTo(2);
        assertThat(lobby.callsProperty().get()).isEqualTo(1);
        lobby.markRead();
        assertThat(lobby.unreadProperty().get()).isZero();
        assertThat(lobby.calledProperty().get()).isFalse();
        assertThat(link.requests).contains(new ClientRequest.MarkRead("#lobby", NOW));
    }

    @Test
    void theSwitcherOffersWhatWasSeenLastAndHereLast() {
        Link link = threeRooms();
        link.happen(
                people("#tea", "Mei", "Ben", "Cleo"),
                said("Ben", "Ben", "psst", false),
                said("#lobby", "Ben", "Mei?", true));
        shell.show(room("#music"));
        shell.show(room("#lobby"));
        shell.show(room("#music"));
        Destinations destinations =
                new Destinations(shell, surroundings.messages(), surroundings.settings());
        shell.show(room("#tea"));
        List<Destination> all = destinations.all(_ -> {});
        assertThat(all)
                .extracting(to -> to.kind() + " " + to.title())
                .containsExactly(
                        "ROOM music",
                        "ROOM lobby",
                        "TALK Ben",
                        "ROOM tea",
                        "HOST Libera.Chat",
                        "PERSON Cleo");
        all.getFirst().go().run();
        assertThat(shown().name()).isEqualTo("#music");
        all.getLast().go().run();
        assertThat(shown().name()).isEqualTo("Cleo");
    }

    @Test
    void whatIsOpenIsRememberedUntilItIsLeft() {
        Link link = threeRooms();
        link.happen(said("Ben", "Ben", "psst", false));
        assertThat(surroundings.settings().get().open())
                .extracting(RecentRoom::room)
                .containsExactly("lobby", "music", "tea");
        link.happen(new ClientEvent.RoomLeft("#tea", null, ""));
        assertThat(surroundings.settings().get().open())
                .extracting(RecentRoom::link)
                .containsExactly("snug://192.168.1.7:6667/lobby", "snug://192.168.1.7:6667/music");
        shell.leave(connection(), "");
        assertThat(surroundings.settings().get().open()).isEmpty();
    }

    @Test
    void theSwitcherOffersRoomsOfLatelyThatAreNotOpen() throws Exception {
        visit("#lobby");
        shell.leave(shown());
        host("homework", null);
        Destinations destinations =
                new Destinations(shell, surroundings.messages(), surroundings.settings());
        assertThat(destinations.all(_ -> {}))
                .extracting(to -> to.kind() + " " + to.title())
                .containsExactly("ROOM homework", "HOST On this computer", "LATELY lobby");
    }

    @Test
    void anotherNameIsAskedForOnAllHosts() {
        Link link = threeRooms();
        Link other = arrive(Address.ofSnug("10.0.0.9", 6667, "#x", null), null, "#x");
        other.happen(new ClientEvent.FeaturesChanged(Set.of(Feature.DISPLAY_NAMES)));
        shell.callMe(new Identity("Mei-Lin", "Mei Lin"));
        assertThat(link.requests).contains(new ClientRequest.ChangeName("Mei-Lin"));
        assertThat(other.requests)
                .contains(
                        new ClientRequest.ChangeName("Mei-Lin"),
                        new ClientRequest.ShowAs("Mei Lin"));
    }
}
