package chat.snug.ui.network;

import chat.snug.client.ClientEvent.RoomListed;
import chat.snug.client.ClientRequest;
import chat.snug.client.RoomName;
import chat.snug.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rooms of a host, to look through and to go into. They are shown as they come, the fullest
 * first; of a very large network only so many are kept. JavaFX thread.
 */
public final class RoomListViewModel {
    /** So many rooms are kept. */
    public static final int MOST = 10_000;

    private final Messages messages;
    private final Consumer<ClientRequest> host;
    private final Consumer<String> enter;
    private final List<ListedRoom> all = new ArrayList<>();
    private final List<ListedRoom> fresh = new ArrayList<>();
    private final ObservableList<ListedRoom> rows = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private boolean open;

    /**
     * Nothing asked yet.
     *
     * @param host where to ask
     * @param enter goes into the room of that name on the wire
     */
    RoomListViewModel(Messages messages, Consumer<ClientRequest> host, Consumer<String> enter) {
        this.messages = messages;
        this.host = host;
        this.enter = enter;
        search.addListener((_, _, _) -> show());
    }

    /** What the name or the topic holds; the rows follow at once. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The rooms that fit, the fullest first. */
    public ObservableList<ListedRoom> rows() {
        return rows;
    }

    /** How many there are, or that they are still coming. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether rooms are still coming. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Somebody looks: asks the host. */
    public void open() {
        open = true;
        search.set("");
        ask("");
    }

    /** Nobody looks any more. */
    public void close() {
        open = false;
        all.clear();
        fresh.clear();
        rows.clear();
    }

    /** Asks the host again, for what is looked for. */
    public void askAgain() {
        ask(search.get().strip());
    }

    private void ask(String words) {
        if (loading.get()) {
            return; // the answer to two questions could not be told apart
        }
        all.clear();
        fresh.clear();
        loading.set(true);
        host.accept(new ClientRequest.ListRooms(words));
        show();
    }

    /** Goes into a room of the list. */
    public void enter(ListedRoom room) {
        enter.accept(room.wireName());
    }

    /** Goes into the room whose name was typed, whether it is listed or not. */
    public boolean enterTyped() {
        String typed = search.get().strip();
        String wireName = RoomName.toWire(typed);
        if (typed.isEmpty() || wireName.isEmpty()) {
            return false;
        }
        for (ListedRoom room : rows) {
            if (room.name().equalsIgnoreCase(typed) || room.wireName().equalsIgnoreCase(typed)) {
                enter(room);
                return true;
            }
        }
        enter.accept(wireName);
        return true;
    }

    /** A room of the list came; false if nobody looks. */
    boolean add(RoomListed listed) {
        if (open && all.size() + fresh.size() < MOST) {
            fresh.add(
                    new ListedRoom(
                            listed.room(),
                            RoomName.toScreen(listed.room()),
                            listed.people(),
                            listed.topic()));
        }
        return open;
    }

    /** The list is at its end; false if nobody looks. */
    boolean end() {
        loading.set(false);
        if (open) {
            flush();
            show();
        }
        return open;
    }

    /** The connection went: the list will not go on. */
    void lost() {
        if (loading.get()) {
            end();
        }
    }

    /** What came together is shown together. */
    void flush() {
        if (!fresh.isEmpty()) {
            all.addAll(fresh);
            fresh.clear();
            all.sort(ListedRoom.FULLEST_FIRST);
            show();
        }
    }

    private void show() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        List<ListedRoom> fitting =
                wanted.isEmpty() ? all : all.stream().filter(room -> fits(room, wanted)).toList();
        rows.setAll(fitting);
        if (loading.get()) {
            status.set(messages.text("rooms.coming", rows.size()));
        } else if (rows.isEmpty()) {
            status.set(messages.text(wanted.isEmpty() ? "rooms.none" : "rooms.none-like"));
        } else {
            status.set(messages.text("rooms.count", rows.size()));
        }
    }

    private static boolean fits(ListedRoom room, String wanted) {
        return room.name().toLowerCase(Locale.ROOT).contains(wanted)
                || room.topic().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
