package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Identity;
import chat.snug.client.Person;
import chat.snug.ui.Arrival;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Visit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeavingTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private Surroundings surroundings;
    private ShellViewModel shell;

    @BeforeEach
    void arrive() {
        surroundings = TestSurroundings.of(doorway, settings);
        shell = new ShellViewModel(surroundings);
        shell.focusedProperty().set(true);
        Address address = Address.ofSnug("192.168.1.7", 6667, "#lobby", null);
        Identity mei = new Identity("Mei", "Mei");
        Visit visit = new Visit(doorway, surroundings.events(), address, mei, null, _ -> {});
        shell.arrive(
                new Arrival(
                        address,
                        null,
                        visit,
                        List.of(
                                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                                new ClientEvent.RoomEntered("#lobby"))));
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    @Test
    void partClosesAPrivateConversation() {
        shown().connection().talkTo("Ben");
        assertThat(shown().name()).isEqualTo("Ben");
        shown().submit("/part");
        // The model is told too: nothing that still happens there may bring it back.
        assertThat(doorway.link().requests).containsExactly(new ClientRequest.Leave("Ben", ""));
        assertThat(shown().name()).isEqualTo("#lobby");
        doorway.link().happen(new ClientEvent.RoomLeft("Ben", null, ""));
        doorway.link().happen(new ClientEvent.PersonRenamed("Ben", Instant.EPOCH, "Ben", "Benny"));
        assertThat(shown().connection().privates()).isEmpty();
    }

    @Test
    void whoTakesTheNameOfAnotherTakesTheConversationsPlace() {
        ConnectionViewModel connection = shown().connection();
        connection.talkTo("Bob");
        connection.talkTo("Bob_");
        doorway.link().happen(new ClientEvent.PersonRenamed("Bob_", Instant.EPOCH, "Bob_", "Bob"));
        assertThat(connection.privates())
                .extracting(ConversationViewModel::name)
                .containsExactly("Bob");
        assertThat(shown().name()).isEqualTo("Bob");
    }

    @Test
    void partOnThePageOfTheHostIsExplained() {
        ConversationViewModel page = shown().connection().page();
        int before = page.timeline().items().size();
        page.submit("/part");
        assertThat(doorway.link().requests).isEmpty();
        assertThat(page.timeline().items()).hasSizeGreaterThan(before);
    }

    @Test
    void whoIsRefusedAfterTheConnectionWasLostIsOutside() {
        doorway.link()
                .happen(
                        new ClientEvent.PeopleListed(
                                "#lobby", List.of(new Person("Ben", Set.of(), false))),
                        new ClientEvent.RoomRefused(
                                "#lobby", ClientEvent.RoomRefused.Reason.BANNED, "no"));
        assertThat(shown().insideProperty().get()).isFalse();
        assertThat(shown().otherNames()).isEmpty();
        assertThat(shown().composer().unavailableProperty().get()).isNotEmpty();
    }

    @Test
    void theTitleOfTheWindowFollowsTheNameOfWhatIsShown() {
        WindowTitle title = new WindowTitle(shell, surroundings.messages());
        assertThat(title.get()).contains("lobby");
        shown().connection().talkTo("Ben");
        assertThat(title.get()).contains("Ben");
        shown().rename("Cleo");
        assertThat(title.get()).contains("Cleo").doesNotContain("Ben");
    }

    @Test
    void aLinkToTheWebIsOneInCapitalsToo() {
        assertThat(SnugWindow.isWeb(URI.create("HTTPS://a.example"))).isTrue();
        assertThat(SnugWindow.isWeb(URI.create("snug://a.example"))).isFalse();
    }

    private ConversationViewModel shown() {
        return Objects.requireNonNull(shell.shown());
    }
}
