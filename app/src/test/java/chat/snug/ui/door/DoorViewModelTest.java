package chat.snug.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.hosting.Caller;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.ui.Belongings;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Messages;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.UiEvents;
import chat.snug.ui.toast.Toast;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions about those who wait, one after the other. */
final class DoorViewModelTest {
    static final Instant NOW = Instant.parse("2026-11-20T14:10:00Z");

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Toast> toasts = new ArrayList<>();
    private final List<Ring> rung = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private Surroundings surroundings;
    private DoorViewModel model;

    /** Stands still until it is told to go on. */
    private static final class HandClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        surroundings =
                new Surroundings(
                        doorway,
                        new UiEvents(Runnable::run),
                        Runnable::run,
                        Messages.of(Locale.UK),
                        SettingsStore.in(settings),
                        Belongings.inMemory(),
                        clock);
        model = new DoorViewModel(surroundings, toasts::add, rung::add);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    private FakeDoorway.Room house(String name) throws Exception {
        FakeDoorway.Room house =
                (FakeDoorway.Room)
                        doorway.open(
                                new HostingOptions(name, PortChoice.preferred(6667), null, null));
        model.guard(house);
        return house;
    }

    static Caller caller(long id, String name, @Nullable String account, boolean recognisable) {
        return new Caller(id, name, "192.168.1.31", account, recognisable, NOW);
    }

    private Ring first() {
        return Objects.requireNonNull(model.firstProperty().get());
    }

    @Test
    void whoWaitsIsAskedAboutInOrder() throws Exception {
        FakeDoorway.Room den = house("den");
        FakeDoorway.Room attic = house("attic");
        assertThat(model.firstProperty().get()).isNull();

        attic.door.waiting(caller(1, "Cleo", null, true));
        den.door.waiting(caller(7, "Ben", null, false), caller(8, "Dan", "dan", true));

        assertThat(model.question(first())).isEqualTo("Ben wants to come in");
        assertThat(model.details(first())).isEqualTo("a guest · from 192.168.1.31");
        assertThat(model.others()).isEqualTo("2 more wait");
        assertThat(rung)
                .extracting(ring -> ring.caller().name())
                .containsExactly("Cleo", "Ben", "Dan");

        clock.now = clock.now.plusSeconds(1);
        model.letIn();
        assertThat(den.door.calls).containsExactly("let in Ben");
        assertThat(model.details(first())).isEqualTo("has been here as dan · from 192.168.1.31");
        assertThat(model.others()).isEqualTo("1 more waits");

        clock.now = clock.now.plusSeconds(1);
        model.notNow();
        assertThat(den.door.calls).containsExactly("let in Ben", "turn away Dan");
        assertThat(toasts).extracting(Toast::text).containsExactly("Dan was not let in.");
        assertThat(model.details(first())).isEqualTo("new here · from 192.168.1.31");
        assertThat(model.others()).isEmpty();
    }

    @Test
    void aDoubleClickAnswersForOneOnly() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false), caller(2, "Eve", null, false));

        model.letIn();
        clock.now = clock.now.plusMillis(300);
        model.letIn();

        assertThat(den.door.calls).containsExactly("let in Ben");
        clock.now = clock.now.plusMillis(300);
        model.letIn();
        assertThat(den.door.calls).containsExactly("let in Ben", "let in Eve");
    }

    @Test
    void aClickForWhoHasJustLeftIsNotForTheNext() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false), caller(2, "Eve", null, false));

        den.door.waiting(caller(2, "Eve", null, false));
        clock.now = clock.now.plusMillis(300);
        model.letIn();
        model.notNow();
        assertThat(den.door.calls).isEmpty();
        clock.now = clock.now.plusMillis(300);
        model.letIn();
        assertThat(den.door.calls).containsExactly("let in Eve");
    }

    @Test
    void aClickForWhoHasJustLeftIsNotForWhoComesThen() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false));
        den.door.waiting();
        clock.now = clock.now.plusMillis(300);
        den.door.waiting(caller(2, "Eve", null, false));

        model.letIn();
        assertThat(den.door.calls).isEmpty();
        clock.now = clock.now.plusMillis(300);
        model.notNow();
        assertThat(den.door.calls).containsExactly("turn away Eve");
    }

    @Test
    void nobodyIsLetInUnderANameThatCouldNotBeReadYet() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false), caller(2, "Eve", null, false));

        den.door.waiting(caller(1, "Boss", null, false), caller(2, "Eve", null, false));
        clock.now = clock.now.plusMillis(300);
        model.letIn();
        assertThat(den.door.calls).isEmpty();
        model.notNow();
        assertThat(den.door.calls).containsExactly("turn away Boss");
    }

    @Test
    void whoTakesAnotherNameIsAskedAboutUnderIt() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false));
        Ring before = first();

        den.door.waiting(caller(1, "Boss", null, false));

        assertThat(model.question(first())).isEqualTo("Boss wants to come in");
        assertThat(first().isOf(before)).isTrue();
        assertThat(rung).hasSize(1);
    }

    @Test
    void whoGoesIsNotAskedAboutAnyMore() throws Exception {
        FakeDoorway.Room den = house("den");
        den.door.waiting(caller(1, "Ben", null, false));
        den.door.waiting();
        assertThat(model.firstProperty().get()).isNull();

        den.door.waiting(caller(2, "Cleo", null, false));
        model.leave(new OwnGate(den));
        assertThat(model.firstProperty().get()).isNull();
        den.door.waiting(caller(3, "Dan", null, false));
        assertThat(model.rings()).isEmpty();
        model.letIn();
        assertThat(den.door.calls).isEmpty();
    }

    /** The door of somebody else's room. */
    private static final class OtherGate implements Gate {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void letIn(Caller caller) {
            calls.add("let in " + caller.id() + " " + caller.name());
        }

        @Override
        public void turnAway(Caller caller) {
            calls.add("turn away " + caller.id() + " " + caller.name());
        }

        @Override
        public String place() {
            return "192.168.1.7";
        }
    }

    @Test
    void whoModeratesSomebodyElsesRoomIsAskedToo() throws Exception {
        OtherGate gate = new OtherGate();
        house("den").door.waiting(caller(7, "Cleo", null, true));
        model.told(gate, List.of(caller(7, "Ben", null, false), caller(8, "Dan", null, false)));
        assertThat(model.question(first())).isEqualTo("Cleo wants to come in");
        assertThat(rung).hasSize(3);
        model.letIn();

        clock.now = clock.now.plusSeconds(1);
        assertThat(model.question(first())).isEqualTo("Ben wants to come in");
        assertThat(model.details(first()))
                .isEqualTo("a guest · from 192.168.1.31 · at 192.168.1.7");
        model.letIn();
        clock.now = clock.now.plusSeconds(1);
        model.notNow();
        assertThat(gate.calls).containsExactly("let in 7 Ben", "turn away 8 Dan");

        model.told(gate, List.of(caller(9, "Eve", null, false)));
        model.told(gate, List.of());
        assertThat(model.firstProperty().get()).as("somebody else decided").isNull();
        model.told(gate, List.of(caller(10, "Eve", null, false)));
        model.leave(gate);
        assertThat(model.rings()).isEmpty();
    }

    @Test
    void aNameThatWouldTurnTheLineAroundDoesNot() throws Exception {
        house("den").door.waiting(caller(1, "Be\u202en\u0007", null, false));

        assertThat(model.question(first())).isEqualTo("Ben wants to come in");
    }
}
