package chat.snug.ui.hosting;

import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.Visitor;
import chat.snug.hosting.Visitors;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.people.Moderator;
import chat.snug.ui.people.PeopleViewModel;
import chat.snug.ui.toast.Toast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;

/** This computer with two rooms, and what was asked of it. */
final class FakeHouse implements Household {
    static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

    final FakeDoorway.Room own;
    final List<ClientRequest> requests = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final List<Toast> toasts = new ArrayList<>();
    @Nullable Question question;
    @Nullable DoorViewModel door;
    Set<Feature> features = Set.of(Feature.MUTE);
    private final List<HouseRoom> rooms = new ArrayList<>();

    FakeHouse() {
        try {
            own =
                    (FakeDoorway.Room)
                            new FakeDoorway()
                                    .open(
                                            new HostingOptions(
                                                    "Friday workshop",
                                                    PortChoice.preferred(6667),
                                                    null,
                                                    null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rooms.add(room("#Friday-workshop", "Friday workshop", "Mei", "Ben", "Cleo"));
        rooms.add(room("#homework", "homework", "Mei", "Ben"));
    }

    private HouseRoom room(String name, String title, String... names) {
        PeopleViewModel people = new PeopleViewModel("Mei", Locale.ENGLISH);
        people.setHost("Mei");
        people.apply(
                List.of(
                        new PeopleListed(
                                name,
                                List.of(names).stream()
                                        .map(each -> new Person(each, Set.of(), false))
                                        .toList())));
        return new HouseRoom(
                name,
                new SimpleStringProperty(title),
                people,
                new Moderator(
                        () -> name,
                        people,
                        () -> features,
                        requests::add,
                        toasts::add,
                        Messages.of(Locale.ENGLISH)));
    }

    static Visitor mei() {
        return new Visitor(
                "Mei",
                "127.0.0.1",
                null,
                true,
                true,
                NOW.minusSeconds(7_300),
                Duration.ZERO,
                0,
                List.of("#Friday-workshop", "#homework"));
    }

    static Visitor ben(int waiting, Duration idle) {
        return new Visitor(
                "Ben",
                "192.168.1.31",
                "ben",
                false,
                true,
                NOW.minusSeconds(720),
                idle,
                waiting,
                List.of("#Friday-workshop", "#homework"));
    }

    static Visitor cleo() {
        return new Visitor(
                "Cleo",
                "192.168.1.44",
                null,
                false,
                false,
                NOW.minusSeconds(20),
                Duration.ofSeconds(4),
                0,
                List.of("#friday-workshop"));
    }

    /** Answers the look that is under way. */
    void see(int entering, Visitor... people) {
        for (Consumer<Visitors> look : List.copyOf(own.looks)) {
            look.accept(new Visitors(people.length, List.of(people), entering));
        }
        own.looks.clear();
    }

    @Override
    public OpenRoom own() {
        return own;
    }

    @Override
    public DoorViewModel door() {
        if (door == null) {
            throw new IllegalStateException("set by the test");
        }
        return door;
    }

    @Override
    public List<HouseRoom> rooms() {
        return rooms;
    }

    @Override
    public void invite(String room) {
        calls.add("invite " + room);
    }

    @Override
    public void settings(String room) {
        calls.add("settings " + room);
    }

    @Override
    public void write(String name) {
        calls.add("write " + name);
    }

    @Override
    public void ask(Question wanted) {
        question = wanted;
    }

    @Override
    public void dismissQuestion() {
        question = null;
    }

    @Override
    public void tell(Toast toast) {
        toasts.add(toast);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
