package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Identity;
import chat.snug.client.Person;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.ui.Arrival;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.Visit;
import chat.snug.ui.notify.FakeDesktop;
import chat.snug.ui.timeline.TimelineItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A window with hosts and rooms in it, and nothing on a screen. */
abstract class ShellFixture {
    static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

    @TempDir Path settings;

    final FakeDoorway doorway = new FakeDoorway();
    Surroundings surroundings;
    final FakeDesktop desktop = new FakeDesktop();
    ShellViewModel shell;
    int broughtToFront;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
        shell = new ShellViewModel(surroundings, desktop, () -> broughtToFront++);
        shell.focusedProperty().set(true);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    Link visit(String room) {
        return arrive(Address.ofSnug("192.168.1.7", 6667, room, null), null, room);
    }

    Link host(String name, @Nullable String password) throws Exception {
        FakeDoorway.Room room =
                (FakeDoorway.Room) doorway.open(wish(name, PortChoice.preferred(6667), password));
        String wire = Objects.requireNonNull(room.address().room());
        return arrive(room.address(), room, wire);
    }

    Link arrive(Address address, FakeDoorway.@Nullable Room hosted, String room) {
        Visit visit =
                new Visit(
                        doorway,
                        surroundings.events(),
                        address,
                        new Identity("Mei", "Mei"),
                        null,
                        _ -> {});
        shell.arrive(
                new Arrival(
                        address,
                        hosted,
                        visit,
                        List.of(
                                new ClientEvent.Connecting(1),
                                new ClientEvent.Connected("Mei", "Libera.Chat", false),
                                new ClientEvent.RoomEntered(room))));
        return doorway.link();
    }

    static HostingOptions wish(String name, PortChoice port, @Nullable String password) {
        return new HostingOptions(name, port, password, null);
    }

    void type(String text) {
        shown().submit(text);
    }

    ConversationViewModel shown() {
        return Objects.requireNonNull(shell.shown());
    }

    ConnectionViewModel connection() {
        return shown().connection();
    }

    String banner() {
        return shell.banner().textProperty().get();
    }

    ConversationViewModel room(String name) {
        return shell.sideItems().stream()
                .filter(SideItem.Entry.class::isInstance)
                .map(row -> ((SideItem.Entry) row).conversation())
                .filter(conversation -> conversation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> rows() {
        return shell.sideItems().stream()
                .map(
                        row ->
                                switch (row) {
                                    case SideItem.HostHeading(ConnectionViewModel connection) ->
                                            "= " + connection.titleProperty().get();
                                    case SideItem.PrivateHeading _ -> "= private";
                                    case SideItem.Entry(ConversationViewModel conversation) ->
                                            conversation.titleProperty().get();
                                })
                .toList();
    }

    List<String> notes() {
        return notes(shown());
    }

    static List<String> notes(ConversationViewModel conversation) {
        return conversation.timeline().items().stream()
                .filter(TimelineItem.Note.class::isInstance)
                .map(item -> ((TimelineItem.Note) item).text())
                .toList();
    }

    static ClientEvent people(String room, String... names) {
        return new ClientEvent.PeopleListed(
                room, List.of(names).stream().map(n -> new Person(n, Set.of(), false)).toList());
    }

    static ClientEvent said(String room, String from, String text, boolean mention) {
        return new Said(room, NOW, null, from, false, Said.Kind.TEXT, text, mention);
    }
}
