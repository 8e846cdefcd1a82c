package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.ui.FakeDoorway.Link;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.dialogs.Question;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rooms that are hosted on this computer, as the window sees them. */
final class OwnRoomsTest extends ShellFixture {
    @Test
    void anOpenRoomSaysHowOthersComeIn() throws Exception {
        host("Friday workshop", null);
        assertThat(notes())
                .containsExactly(
                        "The room is open. Whoever has this invite can come in:"
                                + " snug://192.168.1.20:6667/Friday-workshop");
    }

    @Test
    void thatThoseWhoComeBackAreWarnedIsSaid() throws Exception {
        doorway.otherKey = true;
        host("Friday workshop", null);
        assertThat(notes())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("The key of this computer is new, because the file of the old one");
    }

    @Test
    void whereItIsIsSaidInTheLanguageOfTheMoment() throws Exception {
        host("Friday workshop", null);
        surroundings.messages().speak(LanguageChoice.CHINESE);
        assertThat(rows()).containsExactly("= 在这台电脑上", "Friday-workshop");
        assertThat(connection().page().titleProperty().get()).isEqualTo("在这台电脑上");
    }

    @Test
    void aRoomIsCalledAsItsHostCallsIt() throws Exception {
        Link link = host("Friday workshop", null);
        link.happen(new ClientEvent.RoomNamed("#Friday-workshop", "Friday workshop"));
        assertThat(shown().titleProperty().get()).isEqualTo("Friday workshop");
        assertThat(rows()).containsExactly("= On this computer", "Friday workshop");

        link.happen(new ClientEvent.RoomNamed("#Friday-workshop", null));
        assertThat(shown().titleProperty().get()).isEqualTo("Friday-workshop");
    }

    @Test
    void aRoomThatWasRenamedIsHostedAgainByItsFirstName() throws Exception {
        Link link = host("Friday workshop", null);
        link.happen(new ClientEvent.RoomNamed("#Friday-workshop", "Friday workshop"));
        assertThat(surroundings.settings().get().recents())
                .singleElement()
                .satisfies(
                        room -> assertThat(room.room()).isEqualTo("Friday workshop"),
                        room -> assertThat(room.nameToHost()).isEqualTo("Friday workshop"));

        link.happen(new ClientEvent.RoomNamed("#Friday-workshop", "The club"));
        assertThat(surroundings.settings().get().recents())
                .singleElement()
                .satisfies(
                        room -> assertThat(room.room()).isEqualTo("The club"),
                        room -> assertThat(room.nameToHost()).isEqualTo("Friday-workshop"));
    }

    @Test
    void aRoomBesideAnotherKeepsItsSpacesToo() throws Exception {
        Link link = host("Friday workshop", null);
        link.happen(new ClientEvent.FeaturesChanged(Set.of(Feature.DISPLAY_NAMES)));
        shell.openBeside(wish("Tea and cake", PortChoice.preferred(6667), null));
        link.requests.clear();
        link.happen(new ClientEvent.RoomEntered("#Tea-and-cake"));
        assertThat(link.requests)
                .containsExactly(new ClientRequest.NameRoom("#Tea-and-cake", "Tea and cake"));

        shell.openBeside(wish("plain", PortChoice.preferred(6667), null));
        link.requests.clear();
        link.happen(new ClientEvent.RoomEntered("#plain"));
        assertThat(link.requests).isEmpty();
    }

    @Test
    void closingARoomOfOnesOwnWithPeopleInItIsAskedOnce() throws Exception {
        Link link = host("Friday workshop", null);
        link.happen(people("#Friday-workshop", "Mei", "Ben", "Cleo"));
        type("/quit");
        Question question = Objects.requireNonNull(shell.questionProperty().get());
        assertThat(question.title()).isEqualTo("Close Friday-workshop?");
        assertThat(question.text()).isEqualTo("Ben and Cleo will be disconnected.");
        assertThat(doorway.rooms.getFirst().closed).isFalse();

        question.onYes().run();
        assertThat(shell.questionProperty().get()).isNull();
        assertThat(doorway.rooms.getFirst().closed).isTrue();
        assertThat(shell.connections()).isEmpty();
    }

    @Test
    void anEmptyRoomOfOnesOwnClosesWithoutAQuestionButTheWindowAsks() throws Exception {
        host("Friday workshop", null);
        AtomicInteger closed = new AtomicInteger();
        shell.closeWindow(closed::incrementAndGet);
        Question question = Objects.requireNonNull(shell.questionProperty().get());
        assertThat(question.text()).startsWith("You see nobody else here.");
        shell.dismissQuestion();
        assertThat(closed).hasValue(0);

        type("/quit");
        assertThat(shell.questionProperty().get()).isNull();
        assertThat(doorway.rooms.getFirst().closed).isTrue();
        shell.closeWindow(closed::incrementAndGet);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aRoomOpensBesideAnotherOnlyIfNothingElseIsWished() throws Exception {
        Link link = host("Friday workshop", null);
        assertThat(shell.openBeside(wish("homework", PortChoice.preferred(6667), null))).isTrue();
        assertThat(link.requests).containsExactly(new ClientRequest.Join("#homework", null));
        assertThat(shell.openBeside(wish("a", PortChoice.exactly(7000), null))).isFalse();
        assertThat(shell.openBeside(wish("a", PortChoice.preferred(6667), "tea"))).isFalse();
    }

    @Test
    void aRoomBehindAPasswordTakesNoOpenOneBesideIt() throws Exception {
        host("Friday workshop", "tea");
        assertThat(shell.openBeside(wish("homework", PortChoice.preferred(6667), null))).isFalse();
    }
}
