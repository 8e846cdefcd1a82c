package chat.snug.ui.hosting;

import chat.snug.client.Conversations;
import chat.snug.client.RoomName;
import chat.snug.hosting.KeepingRules;
import chat.snug.hosting.KeptData;
import chat.snug.hosting.Visitor;
import chat.snug.hosting.Visitors;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.door.DoorPageViewModel;
import chat.snug.ui.hosting.Household.HouseRoom;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PersonAct;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.trust.KeyWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody on this computer's rooms, looked at anew on each {@link #refresh()}, and what is kept.
 * Costs nothing while nobody refreshes. JavaFX thread.
 */
public final class HostingViewModel {
    /** Nobody looks through more rows; all are counted. */
    private static final int MOST_ROWS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(HostingViewModel.class);

    private final Surroundings surroundings;
    private final Household house;
    private final OpenRoom own;
    private final VisitorWords words;
    private final DoorPageViewModel door;
    private final ReadOnlyStringProperty hostWords;
    private final ObservableList<VisitorRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper data = new ReadOnlyStringWrapper("");
    private final BooleanProperty earlier = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> messages = new SimpleObjectProperty<>(0);
    private final BooleanProperty plain = new SimpleBooleanProperty();
    private boolean looking;
    private boolean showing;

    /** Looks nowhere yet. */
    public HostingViewModel(Surroundings surroundings, Household house) {
        this.surroundings = surroundings;
        this.house = house;
        this.own = house.own();
        this.words = new VisitorWords(surroundings.messages());
        this.door =
                new DoorPageViewModel(surroundings, own, house.door(), house::tell, this::titleOf);
        this.hostWords = KeyWords.of(surroundings, own.hostAddress().pin());
        showRules();
        earlier.addListener((_, _, on) -> change(rules -> rules.withEarlier(on)));
        days.addListener((_, _, now) -> change(rules -> rules.withDays(now)));
        messages.addListener((_, _, now) -> change(rules -> rules.withMessages(now)));
        plain.addListener((_, _, on) -> allowPlain(on));
    }

    /** Whether this computer has a key, and so four words. */
    public boolean hasKey() {
        return own.hostAddress().pin() != null;
    }

    /** The four words of this computer; empty until they are worked out, or if it has no key. */
    public ReadOnlyStringProperty hostWordsProperty() {
        return hostWords;
    }

    // ---- who is here

    /** Who is here, whoever came first being first. */
    ObservableList<VisitorRow> rows() {
        return rows;
    }

    /** How many people are here, in a sentence. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Looks who is here; does nothing while the last look is not answered. */
    public void refresh() {
        door.refresh();
        showPlain();
        if (!looking) {
            looking = true;
            own.look(MOST_ROWS, seen -> surroundings.events().execute(() -> show(seen)));
        }
    }

    private void show(Visitors seen) {
        looking = false;
        summary.set(
                seen.entering() == 0
                        ? text("hosting.count", seen.count())
                        : text("hosting.count-entering", seen.count(), seen.entering()));
        List<VisitorRow> now = new ArrayList<>(seen.people().size());
        for (Visitor visitor : seen.people()) {
            now.add(words.row(visitor, surroundings.clock().instant()));
        }
        become(now);
    }

    /** Rows that look as before are not touched: they may have the focus, or a menu open. */
    private void become(List<VisitorRow> now) {
        boolean samePeople = names(rows).equals(names(now));
        if (!samePeople) {
            rows.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).looksLike(rows.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private static List<String> names(List<VisitorRow> rows) {
        return rows.stream().map(row -> row.visitor().name()).toList();
    }

    /** What may be done about somebody, in any of the rooms that we share. */
    List<PersonAct> actsOn(VisitorRow row) {
        Set<PersonAct> acts = new LinkedHashSet<>();
        for (HouseRoom room : shared(row.visitor())) {
            Entry entry = room.people().entryOf(row.visitor().name());
            if (entry != null) {
                acts.addAll(room.moderator().actsOn(entry));
            }
        }
        return List.copyOf(acts);
    }

    /** Asks for what has to be known of somebody; {@link #actsOn} may have more then. */
    void lookAt(VisitorRow row) {
        for (HouseRoom room : shared(row.visitor())) {
            Entry entry = room.people().entryOf(row.visitor().name());
            if (entry != null) {
                room.moderator().lookAt(entry);
                return; // what is told of somebody holds for all rooms
            }
        }
    }

    /** What changes when something new is known of somebody. */
    List<Observable> whatTellsOf(VisitorRow row) {
        return shared(row.visitor()).stream()
                .map(room -> (Observable) room.people().rows())
                .toList();
    }

    /** Does it in each room where it can be done; undone in all of them together. */
    void act(PersonAct act, VisitorRow row) {
        String name = row.visitor().name();
        List<Runnable> undo = new ArrayList<>();
        for (HouseRoom room : shared(row.visitor())) {
            Entry entry = room.people().entryOf(name);
            if (entry != null && room.moderator().actsOn(entry).contains(act)) {
                undo.add(room.moderator().actQuietly(act, name));
            }
        }
        house.tell(
                new Toast(
                        text("people.done." + act, name),
                        text("toast.undo"),
                        () -> undo.forEach(Runnable::run)));
    }

    private List<HouseRoom> shared(Visitor visitor) {
        List<String> theirs = visitor.rooms().stream().map(Conversations::key).toList();
        return house.rooms().stream()
                .filter(room -> theirs.contains(Conversations.key(room.name())))
                .toList();
    }

    /** Writes to somebody, unless that is oneself. */
    void write(VisitorRow row) {
        if (!row.visitor().host()) {
            house.write(row.visitor().name());
        }
    }

    /** The door: who waits, invites, who is known, the log. */
    public DoorPageViewModel door() {
        return door;
    }

    // ---- the rooms

    /** The rooms that are open, as the side bar has them. */
    List<HouseRoom> rooms() {
        return house.rooms();
    }

    /** What a room is called; one that is not open by what its name says. */
    String titleOf(String room) {
        String key = Conversations.key(room);
        return house.rooms().stream()
                .filter(each -> Conversations.key(each.name()).equals(key))
                .map(each -> each.titleProperty().get())
                .findFirst()
                .orElseGet(() -> RoomName.toScreen(room));
    }

    void invite(HouseRoom room) {
        house.invite(room.name());
    }

    void settings(HouseRoom room) {
        house.settings(room.name());
    }

    /** Closes the rooms, after asking if somebody is there. */
    public void close() {
        house.close();
    }

    // ---- who can read along

    /** Whether people may come in without encryption. */
    public BooleanProperty plainProperty() {
        return plain;
    }

    /** A password, or asking first, changes it too. */
    private void showPlain() {
        showing = true;
        plain.set(own.allowsPlain());
        showing = false;
    }

    private void allowPlain(boolean on) {
        if (!showing) {
            own.allowPlain(on);
        }
    }

    // ---- what is kept

    /** Whether those who come in see what was said before. */
    public BooleanProperty earlierProperty() {
        return earlier;
    }

    /** For how many days what is said is kept, 0 for good. */
    public ObjectProperty<Integer> daysProperty() {
        return days;
    }

    /** How many messages of a room are kept, 0 for all. */
    public ObjectProperty<Integer> messagesProperty() {
        return messages;
    }

    /** The choices for {@link #daysProperty()}, the present one among them. */
    public List<Integer> dayChoices() {
        return with(days.get(), 0, 1, 7, 30, 90, 365);
    }

    /** The choices for {@link #messagesProperty()}, the present one among them. */
    public List<Integer> messageChoices() {
        return with(messages.get(), 0, 100, 1_000, 10_000, 100_000);
    }

    private static List<Integer> with(int present, Integer... usual) {
        Set<Integer> choices = new LinkedHashSet<>(List.of(usual));
        choices.add(present);
        return choices.stream().sorted().toList();
    }

    /** A choice in words. */
    public String describeDays(int number) {
        return number == 0 ? text("hosting.keep.always") : text("hosting.keep.days", number);
    }

    /** A choice in words. */
    public String describeMessages(int number) {
        return number == 0 ? text("hosting.keep.all") : text("hosting.keep.messages", number);
    }

    private void showRules() {
        showing = true;
        KeepingRules rules = own.keeping();
        earlier.set(rules.earlier());
        days.set(rules.days());
        messages.set(rules.messages());
        showing = false;
        showPlain();
    }

    private void change(UnaryOperator<KeepingRules> changed) {
        if (!showing) {
            KeepingRules wanted = new KeepingRules(earlier.get(), days.get(), messages.get());
            own.keeping(changed.apply(wanted));
        }
    }

    /** Where what is said is kept, and how much that is; or that it is not kept. */
    public ReadOnlyStringProperty dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Looks at the disk, in the background. */
    public void lookAtData() {
        surroundings
                .background()
                .execute(
                        () -> {
                            String found = describeData();
                            surroundings.events().execute(() -> data.set(found));
                        });
    }

    private String describeData() {
        try {
            KeptData kept = own.kept();
            return kept == null
                    ? text("hosting.data.none")
                    : text("hosting.data", kept.folder().toString(), words.bytes(kept.bytes()));
        } catch (IOException e) {
            LOG.warn("The folder of the room cannot be read", e);
            return text("hosting.data.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Asks first, and says what is deleted. */
    public void forgetEverything() {
        house.ask(
                new Question(
                        text("hosting.forget.title"),
                        text("hosting.forget.text"),
                        text("hosting.forget.yes"),
                        () -> {
                            house.dismissQuestion();
                            own.forgetEverything();
                            house.tell(new Toast(text("hosting.forget.done")));
                            lookAtData();
                        }));
    }

    private String text(String key, Object... arguments) {
        Messages bundle = surroundings.messages();
        return arguments.length == 0 ? bundle.text(key) : bundle.text(key, arguments);
    }
}
