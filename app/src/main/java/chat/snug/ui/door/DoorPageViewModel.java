package chat.snug.ui.door;

import chat.snug.hosting.Deed;
import chat.snug.hosting.HouseDoor;
import chat.snug.hosting.KnownPerson;
import chat.snug.hosting.LimitedInvite;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.toast.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The door of one room of this computer as its host looks after it: who waits, which invites there
 * are, who is known, and who did what. Looked at anew on each {@link #refresh()}. JavaFX thread.
 */
public final class DoorPageViewModel {
    /** Nobody reads more of the log at once. */
    private static final int MOST_DEEDS = 100;

    private final Surroundings surroundings;
    private final OpenRoom own;
    private final HouseDoor door;
    private final DoorViewModel questions;
    private final Consumer<Toast> toasts;
    private final DoorWords words;
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ObservableList<DoorLine> callers = FXCollections.observableArrayList();
    private final ObservableList<DoorLine> invites = FXCollections.observableArrayList();
    private final ObservableList<DoorLine> known = FXCollections.observableArrayList();
    private final ObservableList<DoorLine> log = FXCollections.observableArrayList();

    /**
     * Looks nowhere yet.
     *
     * @param questions those at the doors of all rooms
     * @param toasts says what was done
     * @param titles what the rooms are called, by their names on the wire
     */
    public DoorPageViewModel(
            Surroundings surroundings,
            OpenRoom own,
            DoorViewModel questions,
            Consumer<Toast> toasts,
            UnaryOperator<String> titles) {
        this.surroundings = surroundings;
        this.own = own;
        this.door = own.door();
        this.questions = questions;
        this.toasts = toasts;
        this.words = new DoorWords(surroundings, titles);
        asking.set(door.isAsking());
        asking.addListener((_, _, on) -> ask(on));
    }

    private void ask(boolean on) {
        if (door.isAsking() != on) {
            door.asking(on);
        }
    }

    /** Looks how things stand. */
    public void refresh() {
        asking.set(door.isAsking());
        become(callers, questions.rings().stream().filter(this::isHere).map(this::line).toList());
        door.invites(all -> later(() -> become(invites, lines(all, this::line))));
        door.known(all -> later(() -> become(known, lines(all, this::line))));
        door.deeds(MOST_DEEDS, all -> later(() -> become(log, numbered(all))));
    }

    private void later(Runnable show) {
        surroundings.events().execute(show);
    }

    private static <T> List<DoorLine> lines(List<T> all, Function<T, DoorLine> line) {
        return all.stream().map(line).toList();
    }

    private static void become(ObservableList<DoorLine> shown, List<DoorLine> now) {
        if (!DoorLine.lookAlike(shown, now)) {
            shown.setAll(now);
        }
    }

    private boolean isHere(Ring ring) {
        return ring.gate().equals(new OwnGate(own));
    }

    private DoorLine line(Ring ring) {
        return new DoorLine(
                Long.toString(ring.caller().id()),
                questions.question(ring),
                questions.details(ring),
                List.of(
                        action("door.not-now", () -> questions.notNow(ring)),
                        action("door.let-in", () -> questions.letIn(ring))));
    }

    private DoorLine line(LimitedInvite invite) {
        boolean isGood = invite.isGood(surroundings.clock().instant());
        return new DoorLine(
                invite.id(),
                words.invite(invite),
                words.state(invite, surroundings.clock().instant()),
                isGood ? List.of(action("door.withdraw", () -> withdraw(invite))) : List.of());
    }

    private void withdraw(LimitedInvite invite) {
        door.withdraw(invite);
        toasts.accept(new Toast(surroundings.messages().text("door.withdrawn")));
        refresh();
    }

    private DoorLine line(KnownPerson person) {
        return new DoorLine(
                person.key(),
                words.known(person),
                words.time(person.since()),
                List.of(action("door.forget", () -> forget(person))));
    }

    private void forget(KnownPerson person) {
        door.forget(person);
        toasts.accept(new Toast(surroundings.messages().text("door.forgotten", person.name())));
        refresh();
    }

    private List<DoorLine> numbered(List<Deed> deeds) {
        List<DoorLine> lines = new ArrayList<>(deeds.size());
        for (Deed deed : deeds) {
            lines.add(
                    new DoorLine(
                            deed.when().toString(),
                            words.deed(deed),
                            words.circumstances(deed),
                            List.of()));
        }
        return lines;
    }

    private DoorLine.Action action(String key, Runnable does) {
        return new DoorLine.Action(surroundings.messages().text(key), does);
    }

    /** Whether the host is asked about each newcomer. */
    public BooleanProperty askingProperty() {
        return asking;
    }

    /** Who waits. */
    ObservableList<DoorLine> callers() {
        return callers;
    }

    /** The invites that are limited, the newest first. */
    ObservableList<DoorLine> invites() {
        return invites;
    }

    /** Who was let in or turned away and is known, the newest first. */
    ObservableList<DoorLine> known() {
        return known;
    }

    /** Who did what, the newest first. */
    ObservableList<DoorLine> log() {
        return log;
    }
}
