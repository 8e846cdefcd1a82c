package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.ui.Arrival;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReopeningTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
        surroundings
                .settings()
                .update(
                        s ->
                                s.withName("Mei")
                                        .withOpen(
                                                List.of(
                                                        own("Friday", false),
                                                        own("secret", true),
                                                        there("anna:6667", "lobby"),
                                                        there("anna:6667", "music"),
                                                        there("gone:6667", "tea"))));
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private static RecentRoom own(String name, boolean guarded) {
        return new RecentRoom(true, "", name, "", guarded, Instant.EPOCH);
    }

    private static RecentRoom there(String host, String name) {
        return new RecentRoom(
                false, "snug://" + host + "/" + name, name, host, false, Instant.EPOCH);
    }

    private StartViewModel start() {
        return new StartViewModel(surroundings, "user", arrivals::add);
    }

    @Test
    void allRoomsThatWereOpenAreGoneBackToByOneConnectionEach() {
        StartViewModel start = start();
        assertThat(start.leftOpenProperty().get()).isEqualTo(4);
        start.goBackToAll();
        assertThat(doorway.rooms).extracting(room -> room.options.room()).containsExactly("Friday");
        Link anna = link("anna");
        Link gone = link("gone");
        gone.happen(
                new ClientEvent.ConnectFailed(
                        new Failure(Failure.Kind.NOBODY_LISTENING, ""), null));
        assertThat(arrivals).isEmpty();
        anna.happen(
                new ClientEvent.Connecting(1),
                new ClientEvent.Connected("Mei", "Anna", true),
                new ClientEvent.RoomEntered("#lobby"));
        assertThat(arrivals).hasSize(1);
        assertThat(anna.requests).contains(new ClientRequest.Join("#music", null));
    }

    @Test
    void whereOneCannotGoBackToIsTold() {
        StartViewModel start = start();
        List<String> told = new ArrayList<>();
        start.setOnToast(toast -> told.add(toast.text()));
        start.goBackToAll();
        Failure nobody = new Failure(Failure.Kind.NOBODY_LISTENING, "");
        link("gone").happen(new ClientEvent.ConnectFailed(nobody, null));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).startsWith("Not back in ").contains("gone");

        link("anna").happen(new ClientEvent.ConnectFailed(nobody, null));
        assertThat(told.getLast()).startsWith("Not back in: ").contains("lobby", "music");
        assertThat(arrivals).isEmpty();
    }

    @Test
    void whoseNameIsSomebodyElsesThereIsToldSo() {
        StartViewModel start = start();
        List<String> told = new ArrayList<>();
        start.setOnToast(toast -> told.add(toast.text()));
        start.goBackToAll();
        Failure owned = new Failure(Failure.Kind.NAME_OWNED, "");
        link("gone").happen(new ClientEvent.ConnectFailed(owned, "Mei_"));
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("Not back in ")
                .contains("belongs to somebody else")
                .doesNotContain("Come in as");
    }

    @Test
    void nobodyWithoutANameGoesAnywhere() {
        StartViewModel start = start();
        start.nameProperty().set(" ");
        start.goBackToAll();
        assertThat(doorway.links).isEmpty();
        assertThat(start.nameErrorProperty().get()).isNotEmpty();
    }

    @Test
    void whoLeftAllRoomsIsOfferedNone() {
        surroundings.settings().update(s -> s.withOpen(List.of()));
        assertThat(start().leftOpenProperty().get()).isZero();
    }

    private Link link(String host) {
        return doorway.links.stream()
                .filter(link -> link.address.host().equals(host))
                .findFirst()
                .orElseThrow();
    }
}
