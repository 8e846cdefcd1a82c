package chat.snug.ui.door;

import chat.snug.hosting.Caller;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.notify.Notice;
import chat.snug.ui.toast.Toast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The questions at the doors of all rooms of this computer, and of those of others where this
 * person decides, one after the other: who came first is asked about first. The hosts, and the
 * connections to them, bound how many there are. JavaFX thread.
 */
public final class DoorViewModel {
    private static final int NAME = 60;

    /** A click so soon was meant for whom the question was about before. */
    private static final Duration SAME_CLICK = Duration.ofMillis(600);

    private final Surroundings surroundings;
    private final Consumer<Toast> toasts;
    private final Consumer<Ring> rung;
    private final Map<Gate, List<Caller>> waiting = new LinkedHashMap<>();
    private final ObservableList<Ring> rings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Ring> first = new ReadOnlyObjectWrapper<>();

    /** When the question began to be about somebody else, and about the same under another name. */
    private @Nullable Instant turned;

    private @Nullable Instant renamed;

    /**
     * Nobody waits.
     *
     * @param toasts says what was done
     * @param rung is told of each who begins to wait
     */
    public DoorViewModel(Surroundings surroundings, Consumer<Toast> toasts, Consumer<Ring> rung) {
        this.surroundings = surroundings;
        this.toasts = toasts;
        this.rung = rung;
    }

    /** Listens at the door of a room from now on. */
    public void guard(OpenRoom house) {
        Gate gate = new OwnGate(house);
        waiting.put(gate, List.of());
        house.door().onCallers(all -> surroundings.events().execute(() -> show(gate, all)));
    }

    /** At a door that is not of this computer those wait now. */
    public void told(Gate gate, List<Caller> now) {
        waiting.putIfAbsent(gate, List.of());
        show(gate, now);
        if (now.isEmpty()) {
            leave(gate);
        }
    }

    /** Nobody is asked about at this door any more. */
    public void leave(Gate gate) {
        waiting.remove(gate);
        follow();
    }

    /** All who wait. */
    public ObservableList<Ring> rings() {
        return rings;
    }

    /** Whom the question is about; null if nobody waits. */
    public ReadOnlyObjectProperty<@Nullable Ring> firstProperty() {
        return first.getReadOnlyProperty();
    }

    private void show(Gate gate, List<Caller> now) {
        List<Caller> before = waiting.get(gate);
        if (before == null) {
            return;
        }
        waiting.put(gate, now);
        follow();
        for (Caller caller : now) {
            if (before.stream().noneMatch(each -> each.id() == caller.id())) {
                rung.accept(new Ring(gate, caller));
            }
        }
    }

    private void follow() {
        List<Ring> now = new ArrayList<>();
        waiting.forEach((gate, callers) -> callers.forEach(c -> now.add(new Ring(gate, c))));
        rings.setAll(now);
        Ring before = first.get();
        Ring next = now.isEmpty() ? null : now.getFirst();
        first.set(next);
        if (before == null) {
            return;
        }
        if (next == null || !next.isOf(before)) {
            turned = surroundings.clock().instant();
        } else if (!next.caller().name().equals(before.caller().name())) {
            renamed = surroundings.clock().instant();
        }
    }

    // ---- the answer

    /** Lets in whom the question is about, under the name that could be read. */
    public void letIn() {
        Ring asked = first.get();
        if (asked != null && !isJustNow(turned) && !isJustNow(renamed)) {
            letIn(asked);
        }
    }

    /**
     * Does not let in whom the question is about, by whatever name: nobody gets around it by taking
     * another one again and again.
     */
    public void notNow() {
        Ring asked = first.get();
        if (asked != null && !isJustNow(turned)) {
            notNow(asked);
        }
    }

    private boolean isJustNow(@Nullable Instant then) {
        Instant now = surroundings.clock().instant();
        return then != null && !now.isBefore(then) && now.isBefore(then.plus(SAME_CLICK));
    }

    void letIn(Ring ring) {
        forget(ring);
        ring.gate().letIn(ring.caller());
    }

    void notNow(Ring ring) {
        forget(ring);
        ring.gate().turnAway(ring.caller());
        toasts.accept(new Toast(words().text("door.turned-away", name(ring))));
    }

    /** Gone from the screen at once; the host tells the same in a moment. */
    private void forget(Ring ring) {
        List<Caller> callers = new ArrayList<>(waiting.getOrDefault(ring.gate(), List.of()));
        callers.remove(ring.caller());
        waiting.replace(ring.gate(), List.copyOf(callers));
        follow();
    }

    // ---- in words

    /** The question: "Ben wants to come in". */
    public String question(Ring ring) {
        return words().text("door.question", name(ring));
    }

    /** Who that is: known or not, from where, and at whose door if it is not one's own. */
    public String details(Ring ring) {
        Caller caller = ring.caller();
        String account = caller.account();
        String from = Notice.plain(caller.address(), NAME);
        String who =
                account != null
                        ? words().text("door.known-as", Notice.plain(account, NAME))
                        : words().text(caller.recognisable() ? "door.new" : "door.guest");
        String place = Notice.plain(ring.gate().place(), NAME);
        return place.isEmpty()
                ? words().text("door.details", who, from)
                : words().text("door.details.at", who, from, place);
    }

    /** How many wait beside; empty for none. */
    public String others() {
        int others = rings.size() - 1;
        return others < 1 ? "" : words().text("door.others", others);
    }

    /** What they want to be called, in one line and short, whoever they are. */
    String name(Ring ring) {
        return Notice.plain(ring.caller().name(), NAME);
    }

    Messages words() {
        return surroundings.messages();
    }
}
