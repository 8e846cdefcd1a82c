package chat.snug.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.RoomName;
import chat.snug.hosting.Deed;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.KnownPerson;
import chat.snug.hosting.LimitedInvite;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import chat.snug.ui.toast.Toast;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The door on the host's page. */
final class DoorPageViewModelTest {
    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Toast> toasts = new ArrayList<>();
    private Surroundings surroundings;
    private FakeDoorway.Room den;
    private DoorViewModel questions;
    private DoorPageViewModel model;
    private Instant now;

    @BeforeEach
    void open() throws Exception {
        surroundings = TestSurroundings.of(doorway, settings);
        now = surroundings.clock().instant();
        HostingOptions options = new HostingOptions("den", PortChoice.preferred(6667), null, null);
        den = (FakeDoorway.Room) doorway.open(options.withAsksFirst(true));
        questions = new DoorViewModel(surroundings, toasts::add, _ -> {});
        questions.guard(den);
        model = new DoorPageViewModel(surroundings, den, questions, toasts::add, this::titleOf);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private LimitedInvite invite(
            String id, @Nullable Duration life, int uses, int used, boolean withdrawn) {
        return new LimitedInvite(
                id, now, life == null ? null : now.plus(life), uses, used, withdrawn);
    }

    private static List<String> texts(List<DoorLine> lines) {
        return lines.stream().map(DoorLine::text).toList();
    }

    private static void act(DoorLine line, String words) {
        line.actions().stream()
                .filter(action -> action.words().equals(words))
                .findFirst()
                .orElseThrow()
                .does()
                .run();
    }

    @Test
    void whetherTheHostIsAskedCanBeChanged() {
        assertThat(model.askingProperty().get()).isTrue();

        model.askingProperty().set(false);
        assertThat(den.door.calls).containsExactly("asking false");

        den.door.asking = true;
        model.refresh();
        assertThat(model.askingProperty().get()).isTrue();
        assertThat(den.door.calls).hasSize(1);
    }

    @Test
    void whoWaitsIsListedAndCanBeAnswered() throws Exception {
        den.door.waiting(
                DoorViewModelTest.caller(1, "Ben", null, false),
                DoorViewModelTest.caller(2, "Cleo", null, true));
        FakeDoorway.Room other =
                (FakeDoorway.Room)
                        doorway.open(
                                new HostingOptions("x", PortChoice.preferred(6667), null, null));
        questions.guard(other);
        other.door.waiting(DoorViewModelTest.caller(1, "Eve", null, false));
        model.refresh();

        assertThat(texts(model.callers()))
                .containsExactly("Ben wants to come in", "Cleo wants to come in");
        act(model.callers().get(1), "Let in");
        act(model.callers().get(0), "Not now");
        assertThat(den.door.calls).containsExactly("let in Cleo", "turn away Ben");
    }

    @Test
    void invitesSayHowTheyStand() {
        den.door.invites =
                List.of(
                        invite("a", null, 0, 0, false),
                        invite("b", Duration.ofHours(1), 3, 1, false),
                        invite("c", Duration.ofHours(-1), 0, 2, false),
                        invite("d", null, 1, 1, false),
                        invite("e", null, 5, 0, true));
        model.refresh();

        assertThat(texts(model.invites()))
                .containsExactly(
                        "For any number of people, nobody came yet",
                        "For 3 people, 1 came",
                        "For any number of people, 2 came",
                        "For 1 person, 1 came",
                        "For 5 people, nobody came yet");
        assertThat(model.invites())
                .extracting(
                        line -> line.caption().replaceAll(".* · (good until \\d|expired|)", "$1"))
                .satisfiesExactly(
                        state -> assertThat(state).isEqualTo("good until you withdraw it"),
                        state -> assertThat(state).startsWith("good until "),
                        state -> assertThat(state).startsWith("expired"),
                        state -> assertThat(state).isEqualTo("used up"),
                        state -> assertThat(state).isEqualTo("withdrawn"));
        assertThat(model.invites())
                .extracting(line -> line.actions().size())
                .containsExactly(1, 1, 0, 0, 0);

        act(model.invites().getFirst(), "Withdraw");
        assertThat(den.door.calls).containsExactly("withdraw a");
        assertThat(toasts)
                .extracting(Toast::text)
                .containsExactly("The invite lets nobody in any more.");
    }

    @Test
    void whoIsKnownCanBeForgotten() {
        den.door.known =
                List.of(
                        new KnownPerson("key:1", "Ben", true, now),
                        new KnownPerson("key:2", "Eve", false, now));
        model.refresh();

        assertThat(texts(model.known()))
                .containsExactly("Ben comes in without a question", "Eve is not let in");
        act(model.known().get(1), "Ask again");
        assertThat(den.door.calls).containsExactly("forget Eve");
        assertThat(toasts)
                .extracting(Toast::text)
                .containsExactly("You are asked about Eve again.");
    }

    private String titleOf(String room) {
        return room.equals("#Friday-workshop") ? "Friday workshop" : RoomName.toScreen(room);
    }

    @Test
    void theLogSaysWhoDidWhatAndWhy() {
        den.door.deeds =
                List.of(
                        new Deed(now, "", Deed.Act.LET_IN, "Ben", "", ""),
                        new Deed(now, "Ann", Deed.Act.REMOVED, "Eve", "#den", "rude"),
                        new Deed(now, "", Deed.Act.REMOVED, "Eve", "#Friday-workshop", ""));
        model.refresh();

        assertThat(texts(model.log()))
                .containsExactly(
                        "You let Ben in",
                        "Ann removed Eve from den",
                        "You removed Eve from Friday workshop");
        assertThat(model.log().get(1).caption()).endsWith(" · rude");
        assertThat(model.log().get(0).actions()).isEmpty();
    }

    @Test
    void theLogSaysWhoIsMeantInASentence() {
        den.door.deeds =
                List.of(
                        new Deed(now, "Ann", Deed.Act.MUTED, "~t:10:~a:Eve", "#den", ""),
                        new Deed(now, "", Deed.Act.BANNED, "~z:abcdefghijkl", "#den", ""),
                        new Deed(now, "Ann", Deed.Act.UNBANNED, "~z:abcdefghijkl", "#den", ""),
                        new Deed(now, "Ann", Deed.Act.BANNED, "*!*@10.0.0.7", "#den", ""));
        model.refresh();

        assertThat(texts(model.log()))
                .containsExactly(
                        "Ann muted the account Eve in den",
                        "You banned everyone with the key abcdefgh… from den",
                        "Ann let everyone with the key abcdefgh… come into den again",
                        "Ann banned everyone at 10.0.0.7 from den");
    }

    @ParameterizedTest
    @EnumSource(Deed.Act.class)
    void everyActHasWordsInBothLanguages(Deed.Act act) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(Messages.of(locale).text("door.act." + act, "A", "B", "c")).isNotBlank();
        }
    }

    @Test
    void linesThatLookAsBeforeAreNotTouched() {
        den.door.known = List.of(new KnownPerson("key:1", "Ben", true, now));
        model.refresh();
        DoorLine line = model.known().getFirst();

        model.refresh();

        assertThat(model.known().getFirst()).isSameAs(line);
    }
}
