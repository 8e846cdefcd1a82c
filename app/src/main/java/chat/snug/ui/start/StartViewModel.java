package chat.snug.ui.start;

import chat.snug.client.Identity;
import chat.snug.client.PersonName;
import chat.snug.ui.Arrival;
import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Settings;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.toast.Toast;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The first screen: a name, two doors, and the rooms used lately. */
public final class StartViewModel {
    private final Surroundings surroundings;
    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
    private final ObservableList<RecentRoom> recents = FXCollections.observableArrayList();
    private final HostViewModel host;
    private final JoinViewModel join;
    private final OfferedName offered = new OfferedName(name);
    private final Consumer<Arrival> onArrived;
    private Consumer<Toast> onToast = _ -> {};
    private final ReadOnlyIntegerWrapper leftOpen = new ReadOnlyIntegerWrapper();

    /**
     * The screen as it is when the app starts.
     *
     * @param systemUser what the system calls the person, for the first time
     * @param onArrived told when the person is in a room
     */
    public StartViewModel(
            Surroundings surroundings, String systemUser, Consumer<Arrival> onArrived) {
        this.surroundings = surroundings;
        this.messages = surroundings.messages();
        this.onArrived = onArrived;
        Settings settings = surroundings.settings().get();
        name.set(settings.name().isEmpty() ? systemUser : settings.name());
        name.addListener((_, _, _) -> nameError.set(""));
        host = new HostViewModel(surroundings, usualRoomName(surroundings), this::who, onArrived);
        join = new JoinViewModel(surroundings, this::who, onArrived);
        join.setOnOtherName(offered::offer);
        join.addressProperty().addListener((_, _, _) -> offered.takeBack());
        join.nameErrorProperty().addListener((_, _, why) -> nameError.set(why));
        refresh();
    }

    /** What the person wants to be called by. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What is wrong with the name, for under it; empty if nothing is. */
    public ReadOnlyStringProperty nameErrorProperty() {
        return nameError.getReadOnlyProperty();
    }

    /** The door of one's own. */
    public HostViewModel host() {
        return host;
    }

    /** The door of others. */
    public JoinViewModel join() {
        return join;
    }

    /** The rooms used lately, the latest first. */
    public ObservableList<RecentRoom> recents() {
        return recents;
    }

    /** What the person should know about their settings, or empty. */
    public String settingsNote() {
        SettingsStore.Aside aside = surroundings.settings().setAside();
        if (aside == null) {
            return "";
        }
        return messages.text(
                aside.whole() ? "start.settings-set-aside" : "start.settings-partly",
                aside.file().toString());
    }

    /** A room's name to begin with: the one hosted last, or one after the day. */
    public static String usualRoomName(Surroundings surroundings) {
        Messages messages = surroundings.messages();
        return surroundings.settings().get().recents().stream()
                .filter(RecentRoom::hosted)
                .findFirst()
                .map(RecentRoom::nameToHost)
                .orElseGet(
                        () ->
                                messages.text(
                                        "host.room.usual",
                                        LocalDate.now(surroundings.clock())
                                                .getDayOfWeek()
                                                .getDisplayName(
                                                        TextStyle.FULL, messages.locale())));
    }

    /** The person has typed or taken another name: tries again where the one before was taken. */
    public void goOn() {
        if (!join.nameErrorProperty().get().isEmpty()) {
            join.join();
        }
    }

    /** Looks again at what is remembered: the screen is shown once more. */
    public void refresh() {
        offered.takeBack();
        Settings settings = surroundings.settings().get();
        recents.setAll(settings.recents());
        leftOpen.set(Reopening.possible(settings.open()).size());
    }

    /** How many rooms were open when the app was closed and can be gone back to. */
    public ReadOnlyIntegerProperty leftOpenProperty() {
        return leftOpen.getReadOnlyProperty();
    }

    /** Who shows what the person is to be told wherever they are by then. */
    public void setOnToast(Consumer<Toast> receiver) {
        onToast = receiver;
    }

    /** Goes back into all of them, and tells of those where that is not possible. */
    public void goBackToAll() {
        if (who() != null) {
            List<RecentRoom> rooms = Reopening.possible(surroundings.settings().get().open());
            List<String> failed = new ArrayList<>();
            new Reopening(
                            surroundings,
                            this::who,
                            onArrived,
                            (room, why) -> {
                                failed.add(title(room));
                                onToast.accept(new Toast(notBack(failed, why)));
                            })
                    .begin(rooms);
        }
    }

    private String notBack(List<String> failed, String why) {
        return failed.size() == 1
                ? messages.text("start.not-back", failed.getFirst(), why)
                : messages.text("start.not-back-several", String.join(", ", failed));
    }

    /** Where and when: the small line of a recent room. */
    public String describe(RecentRoom recent) {
        String where = recent.hosted() ? messages.text("lately.own") : recent.host();
        return messages.text(
                "lately.where-when",
                where,
                RelativeDay.of(recent.when(), surroundings.clock(), messages));
    }

    /** What a recent room is called: its name, or its host if that chose the room. */
    public String title(RecentRoom recent) {
        return recent.room().isEmpty() ? recent.host() : recent.room();
    }

    /** Goes to a recent room, or opens it again if it was one's own. */
    public void enter(RecentRoom recent) {
        if (recent.hosted()) {
            host.openAgain(recent.nameToHost());
        } else {
            join.addressProperty().set(recent.link());
            join.join();
        }
    }

    private @Nullable Identity who() {
        Identity taken = offered.taken();
        if (taken != null) {
            return taken;
        }
        Identity who = PersonName.toIdentity(name.get());
        if (who.name().isEmpty()) {
            nameError.set(messages.text("start.name.missing"));
            return null;
        }
        surroundings.settings().update(settings -> settings.withName(name.get().strip()));
        return who;
    }
}
