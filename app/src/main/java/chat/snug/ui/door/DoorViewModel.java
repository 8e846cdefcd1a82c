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
 * The questions at the doors of all rooms of this computer, one after the other: who came first is
 * asked about first. The hosts bound how many there are. JavaFX thread.
 */
public final class DoorViewModel {
    private static final int NAME = 60;

    /** A second click so soon was meant for the person before. */
    private static final Duration SAME_CLICK = Duration.ofMillis(600);

    private final Surroundings surroundings;
    private final Consumer<Toast> toasts;
    private final Consumer<Ring> rung;
    private final Map<OpenRoom, List<Caller>> waiting = new LinkedHashMap<>();
    private final ObservableList<Ring> rings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Ring> first = new ReadOnlyObjectWrapper<>();
    private @Nullable Instant answered;

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
        waiting.put(house, List.of());
        house.door().onCallers(all -> surroundings.events().execute(() -> show(house, all)));
    }

    /** The room is closing: nobody is asked about any more. */
    public void leave(OpenRoom house) {
        waiting.remove(house);
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

    private void show(OpenRoom house, List<Caller> now) {
        List<Caller> before = waiting.get(house);
        if (before == null) {
            return;
        }
        waiting.put(house, now);
        follow();
        for (Caller caller : now) {
            if (before.stream().noneMatch(each -> each.id() == caller.id())) {
                rung.accept(new Ring(house, caller));
            }
        }
    }

    private void follow() {
        List<Ring> now = new ArrayList<>();
        waiting.forEach((house, callers) -> callers.forEach(c -> now.add(new Ring(house, c))));
        rings.setAll(now);
        first.set(now.isEmpty() ? null : now.getFirst());
    }

    // ---- the answer

    /** Lets in whom the question is about. */
    public void letIn() {
        answer(this::letIn);
    }

    /** Does not let in whom the question is about. */
    public void notNow() {
        answer(this::notNow);
    }

    private void answer(Consumer<Ring> how) {
        Ring asked = first.get();
        Instant now = surroundings.clock().instant();
        Instant last = answered;
        boolean isSameClick =
                last != null && !now.isBefore(last) && now.isBefore(last.plus(SAME_CLICK));
        if (asked != null && !isSameClick) {
            answered = now;
            how.accept(asked);
        }
    }

    void letIn(Ring ring) {
        forget(ring);
        ring.house().door().letIn(ring.caller());
    }

    void notNow(Ring ring) {
        forget(ring);
        ring.house().door().turnAway(ring.caller());
        toasts.accept(new Toast(words().text("door.turned-away", name(ring))));
    }

    /** Gone from the screen at once; the host tells the same in a moment. */
    private void forget(Ring ring) {
        List<Caller> callers = new ArrayList<>(waiting.getOrDefault(ring.house(), List.of()));
        callers.remove(ring.caller());
        waiting.replace(ring.house(), List.copyOf(callers));
        follow();
    }

    // ---- in words

    /** The question: "Ben wants to come in". */
    public String question(Ring ring) {
        return words().text("door.question", name(ring));
    }

    /** Who that is: known or not, and from where. */
    public String details(Ring ring) {
        Caller caller = ring.caller();
        String account = caller.account();
        String who =
                account != null
                        ? words().text("door.known-as", account)
                        : words().text(caller.recognisable() ? "door.new" : "door.guest");
        return words().text("door.details", who, caller.address());
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
