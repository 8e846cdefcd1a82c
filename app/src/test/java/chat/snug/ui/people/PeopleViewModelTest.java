package chat.snug.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.Person;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PeopleRow.Heading;
import chat.snug.ui.people.PeopleRow.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class PeopleViewModelTest {
    private static final String ROOM = "#lobby";
    private static final Instant NOW = Instant.EPOCH;

    private final PeopleViewModel people = new PeopleViewModel("Mei", Locale.ENGLISH);

    private static Person person(String name) {
        return new Person(name, Set.of(), false);
    }

    private static Person moderator(String name) {
        return new Person(name, Set.of('o'), false);
    }

    private static Person away(String name) {
        return new Person(name, Set.of(), true);
    }

    private static PeopleListed listed(Person... people) {
        return new PeopleListed(ROOM, List.of(people));
    }

    private static PersonJoined joined(Person person) {
        return new PersonJoined(ROOM, NOW, person);
    }

    private static PersonLeft left(String name) {
        return new PersonLeft(ROOM, NOW, name, PersonLeft.How.PART, null, "");
    }

    private void apply(ConversationEvent... events) {
        people.apply(List.of(events));
    }

    /** "HERE 2" is a heading, "*Ben" a moderator, "(Tom)" somebody away, "Mei!" me. */
    private List<String> rows() {
        return people.rows().stream()
                .map(
                        row ->
                                switch (row) {
                                    case Heading h -> h.section() + " " + h.count();
                                    case Entry e -> shown(e);
                                })
                .toList();
    }

    private static String shown(Entry entry) {
        String name = entry.person().name() + (entry.me() ? "!" : "");
        String marked = entry.role() == Role.MODERATOR ? "*" + name : name;
        return entry.person().away() ? "(" + marked + ")" : marked;
    }

    @Test
    void everybodyHasTheirSection() {
        people.setHost("Mei");
        apply(
                listed(
                        person("Dara"),
                        moderator("Mei"),
                        away("Tomas"),
                        person("Cleo"),
                        moderator("Ben"),
                        person("Ivo")));

        assertThat(rows())
                .containsExactly(
                        "HOST 1", "Mei!", "HERE 4", "*Ben", "Cleo", "Dara", "Ivo", "AWAY 1",
                        "(Tomas)");
        assertThat(people.countProperty().get()).isEqualTo(6);
        assertThat(people.otherNames())
                .containsExactlyInAnyOrder("Dara", "Tomas", "Cleo", "Ben", "Ivo");
    }

    @Test
    void aFounderIsTheHost() {
        apply(listed(new Person("Anna", Set.of('q', 'o'), true), person("Mei")));

        assertThat(rows()).containsExactly("HOST 1", "(Anna)", "HERE 1", "Mei!");
    }

    @Test
    void whoComesAndGoesMovesOneRow() {
        apply(listed(person("Ben"), person("Dara")));
        List<String> changes = new ArrayList<>();
        people.rows()
                .addListener(
                        (ListChangeListener<PeopleRow>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(
                                                change.getFrom()
                                                        + " -"
                                                        + change.getRemovedSize()
                                                        + " +"
                                                        + change.getAddedSize());
                                    }
                                });
        apply(joined(person("Cleo")));
        assertThat(rows()).containsExactly("HERE 3", "Ben", "Cleo", "Dara");
        assertThat(changes).containsExactly("2 -0 +1", "0 -1 +1");

        apply(left("BEN"));
        assertThat(rows()).containsExactly("HERE 2", "Cleo", "Dara");
        apply(left("Ben"), left("Cleo"), left("Dara"));
        assertThat(rows()).isEmpty();
        apply(joined(away("Cleo")));
        assertThat(rows()).containsExactly("AWAY 1", "(Cleo)");
    }

    @Test
    void whatChangesAboutSomebodyMovesThem() {
        apply(listed(person("Ben"), person("Cleo"), person("Dara")));
        apply(new PersonChanged(ROOM, moderator("Dara")));
        assertThat(rows()).containsExactly("HERE 3", "*Dara", "Ben", "Cleo");
        apply(new PersonChanged(ROOM, new Person("Dara", Set.of('o'), true)));
        assertThat(rows()).containsExactly("HERE 2", "Ben", "Cleo", "AWAY 1", "(*Dara)");
        apply(new PersonChanged(ROOM, person("Dara")));
        apply(new PersonChanged(ROOM, person("Nobody")));
        assertThat(rows()).containsExactly("HERE 3", "Ben", "Cleo", "Dara");
    }

    @Test
    void aNewNameFindsItsPlace() {
        apply(listed(person("Ben"), moderator("Cleo"), person("Mei")));
        apply(new PersonRenamed(ROOM, NOW, "Ben", "Zoe"));
        apply(new PersonRenamed(ROOM, NOW, "Cleo", "cleo"));
        assertThat(rows()).containsExactly("HERE 3", "*cleo", "Mei!", "Zoe");

        people.setMe("Meister");
        apply(new PersonRenamed(ROOM, NOW, "Mei", "Meister"));
        assertThat(rows()).containsExactly("HERE 3", "*cleo", "Meister!", "Zoe");
    }

    @Test
    void namesAreSortedAsTheLanguageDoes() {
        apply(listed(person("Émile"), person("Zoe"), person("emil"), person("Fay"), person("ann")));

        assertThat(rows()).containsExactly("HERE 5", "ann", "emil", "Émile", "Fay", "Zoe");
    }

    @Test
    void whoeverIsOutSeesNobody() {
        apply(listed(person("Ben")), new RoomLeft(ROOM, null, ""));

        assertThat(rows()).isEmpty();
        assertThat(people.countProperty().get()).isZero();
    }

    @Test
    void othersAreChosenAndIAmNot() {
        List<String> chosen = new ArrayList<>();
        people.setOnPersonChosen(chosen::add);
        apply(listed(person("Ben"), person("mei")));
        for (PeopleRow row : people.rows()) {
            if (row instanceof Entry entry) {
                people.choose(entry);
            }
        }

        assertThat(chosen).containsExactly("Ben");
    }

    @Test
    void anyOrderOfEventsGivesTheListOfWhoIsLeft() {
        Random random = new Random(3);
        List<Person> here = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            if (here.isEmpty() || random.nextInt(5) < 3) {
                Person person = new Person("p" + i, modes(random), random.nextBoolean());
                here.add(person);
                apply(joined(person));
            } else {
                int at = random.nextInt(here.size());
                Person before = here.get(at);
                switch (random.nextInt(3)) {
                    case 0 -> {
                        here.remove(at);
                        apply(left(before.name()));
                    }
                    case 1 -> {
                        Person now = new Person(before.name(), modes(random), random.nextBoolean());
                        here.set(at, now);
                        apply(new PersonChanged(ROOM, now));
                    }
                    default -> {
                        here.set(at, new Person("q" + i, before.modes(), before.away()));
                        apply(new PersonRenamed(ROOM, NOW, before.name(), "q" + i));
                    }
                }
            }
        }
        PeopleViewModel fresh = new PeopleViewModel("Mei", Locale.ENGLISH);
        fresh.apply(List.of(new PeopleListed(ROOM, here)));

        assertThat(people.rows()).isEqualTo(fresh.rows());
    }

    private static Set<Character> modes(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of('o');
            case 1 -> Set.of('q');
            default -> Set.of();
        };
    }

    @Test
    void aCrowdCostsLittle() {
        List<Person> crowd = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            crowd.add(person("guest" + i));
        }
        apply(new PeopleListed(ROOM, crowd));
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            apply(joined(person("new" + i)));
        }

        // A hundred a second are asked for; this is a thousand, on whatever machine.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(people.rows()).hasSize(3_001);
    }
}
