package chat.snug.ui.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.BanKind;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.hosting.KeepingRules;
import chat.snug.hosting.KeptData;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.hosting.Household.HouseRoom;
import chat.snug.ui.people.PersonAct;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.Observable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostingViewModelTest {
    @TempDir Path settings;

    private final FakeHouse house = new FakeHouse();
    private Surroundings surroundings;
    private HostingViewModel model;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(new FakeDoorway(), settings);
        house.door = new DoorViewModel(surroundings, house::tell, _ -> {});
        model = new HostingViewModel(surroundings, house);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private VisitorRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.visitor().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyIsLookedForUntilItIsAskedAndOnceAtATime() {
        assertThat(house.own.looks).isEmpty();
        model.refresh();
        model.refresh();
        assertThat(house.own.looks).hasSize(1);
        house.see(0, FakeHouse.mei());
        model.refresh();
        assertThat(house.own.looks).hasSize(1);
    }

    @Test
    void everybodyIsDescribed() {
        model.refresh();
        house.see(
                2,
                FakeHouse.mei(),
                FakeHouse.ben(48 << 10, Duration.ofMinutes(190)),
                FakeHouse.cleo());
        assertThat(model.summaryProperty().get()).isEqualTo("3 people are here, 2 at the door");
        assertThat(row("Mei").where()).isEqualTo("127.0.0.1 · you");
        assertThat(row("Mei").since()).isEqualTo("here for 2 h");
        assertThat(row("Ben").where()).isEqualTo("192.168.1.31 · signed in as ben");
        assertThat(row("Ben").since()).isEqualTo("here for 12 min");
        assertThat(row("Ben").idle()).isEqualTo("quiet for 3 h");
        assertThat(row("Ben").behind()).isEqualTo("48 KB behind");
        assertThat(row("Cleo").where()).isEqualTo("192.168.1.44 · guest · not encrypted");
        assertThat(row("Cleo").since()).isEqualTo("just came");
        assertThat(row("Cleo").idle()).isEqualTo("active");
        assertThat(row("Cleo").behind()).isEmpty();
    }

    @Test
    void rowsThatLookAsBeforeStay() {
        model.refresh();
        house.see(0, FakeHouse.mei(), FakeHouse.ben(0, Duration.ofSeconds(1)));
        VisitorRow mei = row("Mei");
        VisitorRow ben = row("Ben");
        model.refresh();
        house.see(0, FakeHouse.mei(), FakeHouse.ben(9_000, Duration.ofSeconds(2)));
        assertThat(row("Mei")).isSameAs(mei);
        assertThat(row("Ben")).isNotSameAs(ben);
        assertThat(row("Ben").behind()).isEqualTo("8 KB behind");
    }

    @Test
    void anActIsDoneInEveryRoomThatTheyAreInAndUndoneInAll() {
        model.refresh();
        house.see(0, FakeHouse.mei(), FakeHouse.ben(0, Duration.ZERO), FakeHouse.cleo());
        assertThat(model.actsOn(row("Mei"))).isEmpty();
        assertThat(model.actsOn(row("Ben")))
                .containsExactly(
                        PersonAct.PROMOTE, PersonAct.MUTE, PersonAct.REMOVE, PersonAct.BAN);
        model.act(PersonAct.MUTE, row("Ben"));
        assertThat(house.requests)
                .containsExactly(
                        new ClientRequest.Mute("#Friday-workshop", "Ben", true),
                        new ClientRequest.Mute("#homework", "Ben", true));
        assertThat(house.toasts).hasSize(1);
        house.requests.clear();
        house.toasts.getFirst().onAction().run();
        assertThat(house.requests)
                .containsExactly(
                        new ClientRequest.Mute("#Friday-workshop", "Ben", false),
                        new ClientRequest.Mute("#homework", "Ben", false));

        house.requests.clear();
        model.act(PersonAct.REMOVE, row("Cleo"));
        assertThat(house.requests)
                .containsExactly(new ClientRequest.Remove("#Friday-workshop", "Cleo", ""));
    }

    @Test
    void theLogCallsTheRoomsWhatTheyAreCalled() {
        assertThat(model.titleOf("#friday-workshop")).isEqualTo("Friday workshop");
        assertThat(model.titleOf("#attic")).as("closed").isEqualTo("attic");
    }

    @Test
    void aKeyIsAskedForOnceAndWhatIsToldCountsInEveryRoom() {
        house.features = Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS);
        model.refresh();
        house.see(0, FakeHouse.mei(), FakeHouse.ben(0, Duration.ZERO), FakeHouse.cleo());
        List<Observable> told = new ArrayList<>();
        model.whatTellsOf(row("Ben")).forEach(each -> each.addListener(told::add));
        model.lookAt(row("Ben"));
        assertThat(house.requests).containsExactly(new ClientRequest.AskKey("Ben"));
        assertThat(model.actsOn(row("Ben"))).doesNotContain(PersonAct.BAN_KEY);

        Person ben =
                new Person("Ben", Set.of(), false, "ben", false, null, OwnKey.make().fingerprint());
        for (HouseRoom room : house.rooms()) {
            room.people().apply(List.of(new PersonChanged(room.name(), ben)));
        }
        assertThat(told).isNotEmpty();
        house.requests.clear();
        model.lookAt(row("Ben"));
        model.act(PersonAct.BAN_KEY, row("Ben"));
        assertThat(house.requests)
                .containsExactly(
                        new ClientRequest.Ban("#Friday-workshop", "Ben", BanKind.KEY, true),
                        new ClientRequest.Remove("#Friday-workshop", "Ben", ""),
                        new ClientRequest.Ban("#homework", "Ben", BanKind.KEY, true),
                        new ClientRequest.Remove("#homework", "Ben", ""));
    }

    @Test
    void theFourWordsOfThisComputerAreThereToBeReadAloud() {
        assertThat(model.hostWordsProperty().get()).as("without a key").isEmpty();
        assertThat(model.hasKey()).isFalse();
        Fingerprint key = KeyInWords.ONE.key();
        house.own.pin = key;
        assertThat(new HostingViewModel(surroundings, house).hostWordsProperty().get())
                .isEqualTo(KeyInWords.ONE.words());
    }

    @Test
    void nobodyWritesToThemselves() {
        model.refresh();
        house.see(0, FakeHouse.mei(), FakeHouse.cleo());
        model.write(row("Mei"));
        model.write(row("Cleo"));
        assertThat(house.calls).containsExactly("write Cleo");
    }

    @Test
    void whatIsKeptIsDecidedAtOnce() {
        model.earlierProperty().set(false);
        assertThat(house.own.keeping).isEqualTo(new KeepingRules(false, 0, 0));
        model.daysProperty().set(30);
        model.messagesProperty().set(1_000);
        assertThat(house.own.keeping).isEqualTo(new KeepingRules(false, 30, 1_000));
        assertThat(model.describeDays(0)).isEqualTo("For good");
        assertThat(model.describeDays(1)).isEqualTo("1 day");
        assertThat(model.describeMessages(1_000)).isEqualTo("The newest 1,000");
    }

    @Test
    void whatWasDecidedElsewhereIsAChoiceToo() {
        house.own.keeping = new KeepingRules(true, 14, 500);
        HostingViewModel again = new HostingViewModel(surroundings, house);
        assertThat(again.dayChoices()).contains(14).isSorted();
        assertThat(again.messageChoices()).contains(500).isSorted();
        assertThat(again.daysProperty().get()).isEqualTo(14);
    }

    @Test
    void whereItIsKeptAndHowMuchIsTold() {
        model.lookAtData();
        assertThat(model.dataProperty().get()).isEqualTo("/data/rooms/friday · 3.2 MB");
        house.own.kept = null;
        model.lookAtData();
        assertThat(model.dataProperty().get()).startsWith("Nothing is kept on this computer.");
        house.own.unreadable = new IOException("no permission");
        model.lookAtData();
        assertThat(model.dataProperty().get()).contains("no permission");
    }

    @Test
    void forgettingIsAskedAndSaysWhatIsDeleted() {
        house.own.kept = new KeptData(Path.of("/data/rooms/friday"), 5_000_000_000L);
        model.lookAtData();
        assertThat(model.dataProperty().get()).endsWith("4.7 GB");
        model.forgetEverything();
        Question question = Objects.requireNonNull(house.question);
        assertThat(question.text()).contains("deleted", "accounts");
        assertThat(house.own.forgotten).isFalse();

        question.onYes().run();
        assertThat(house.own.forgotten).isTrue();
        assertThat(house.question).isNull();
        assertThat(house.toasts.getLast().text()).isEqualTo("Everything is forgotten.");
        assertThat(model.dataProperty().get()).endsWith("20 KB");
    }

    @Test
    void theDoorsOfItsRoomsAndItsOwn() {
        model.invite(model.rooms().getFirst());
        model.settings(model.rooms().getLast());
        model.close();
        assertThat(house.calls)
                .containsExactly("invite #Friday-workshop", "settings #homework", "close");
    }

    @Test
    void theHostDecidesWhoMayComeInWithoutEncryption() {
        assertThat(model.plainProperty().get()).isTrue();
        model.plainProperty().set(false);
        assertThat(house.own.plain).isFalse();
        house.own.plain = null;
        house.own.password = "tea";
        model.refresh();
        assertThat(model.plainProperty().get()).isFalse();
        assertThat(house.own.plain).as("shown is not chosen").isNull();
    }
}
