package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions;
import chat.snug.ui.Arrival;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Settings;
import chat.snug.ui.Surroundings;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.door.Ring;
import chat.snug.ui.emoji.EmojiShelf;
import chat.snug.ui.hosting.HostingViewModel;
import chat.snug.ui.mentions.MentionsViewModel;
import chat.snug.ui.notify.Desktop;
import chat.snug.ui.notify.NoticesViewModel;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.toast.ToastViewModel;
import chat.snug.ui.trust.KeyAlarm;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The window: all connections and their conversations, which one is shown, and the questions before
 * something ends. JavaFX thread.
 */
public final class ShellViewModel implements HostWindow {
    private final Surroundings surroundings;
    private final Messages messages;
    private final ObservableList<ConnectionViewModel> connections =
            FXCollections.observableArrayList();
    private final SideItems side = new SideItems();
    private final ReadOnlyObjectWrapper<@Nullable ConversationViewModel> current =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Secret> secret = new ReadOnlyObjectWrapper<>();
    private final RoomSheets roomSheets;
    private final HostTrust trust;
    private final ReadOnlyObjectWrapper<@Nullable NetworkDoor> network =
            new ReadOnlyObjectWrapper<>();
    private final ToastViewModel toasts = new ToastViewModel();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final BooleanProperty focused = new SimpleBooleanProperty();
    private final BannerViewModel banner;
    private final Warnings warnings;
    private final Attention attention;
    private final OpenRooms openRooms;
    private final DoorViewModel door;
    private BooleanSupplier toTheDoor = () -> false;
    private final ListChangeListener<ConversationViewModel> conversationsChanged =
            _ -> conversationsChanged();

    /** An empty window on a desktop that shows no notifications. */
    public ShellViewModel(Surroundings surroundings) {
        this(surroundings, Desktop.none(), () -> {});
    }

    /**
     * An empty window.
     *
     * @param desktop shows notifications while the person looks elsewhere
     * @param toFront brings the window in front of others
     */
    ShellViewModel(Surroundings surroundings, Desktop desktop, Runnable toFront) {
        this.surroundings = surroundings;
        this.messages = surroundings.messages();
        this.roomSheets = new RoomSheets(surroundings, this);
        this.trust = new HostTrust(surroundings, this);
        banner = new BannerViewModel(surroundings.clock(), messages);
        warnings = new Warnings(surroundings, this::shown);
        attention =
                new Attention(
                        this,
                        messages,
                        surroundings.settings(),
                        new NoticesViewModel(
                                surroundings.clock(), desktop, surroundings.events(), toFront));
        openRooms = new OpenRooms(this, surroundings.settings(), surroundings.clock());
        door = new DoorViewModel(surroundings, this::tell, this::rung);
        focused.addListener((_, _, now) -> setRead(now));
    }

    /**
     * The connections, in the order in which they were made; empty means: show the first screen.
     */
    public ObservableList<ConnectionViewModel> connections() {
        return connections;
    }

    /** The rows of the side bar. */
    ObservableList<SideItem> sideItems() {
        return side.rows();
    }

    /** The conversation that is shown; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable ConversationViewModel> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** What must be answered before anything else; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What only the person knows and something waits for; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Secret> secretProperty() {
        return secret.getReadOnlyProperty();
    }

    /** What lies over the window about one room. */
    public RoomSheets roomSheets() {
        return roomSheets;
    }

    /** Who the hosts are. */
    HostTrust trust() {
        return trust;
    }

    @Override
    public void alarm(ConnectionViewModel connection, KeyAlarm found) {
        trust.alarm(connection, found);
    }

    /** Everybody on this computer's rooms, if it hosts them and one is in. */
    @Nullable HostingViewModel hosting(ConnectionViewModel connection) {
        OpenRoom own = connection.hosted();
        return own == null || connection.stateProperty().get() == State.CONNECTING
                ? null
                : new HostingViewModel(surroundings, new OwnHouse(this, connection, own));
    }

    /** Who waits at the doors of this computer's rooms. */
    public DoorViewModel door() {
        return door;
    }

    /** Says how the keyboard gets to the question about who waits, if there is one. */
    void setToTheDoor(BooleanSupplier focus) {
        toTheDoor = focus;
    }

    /** Brings the keyboard to the question about who waits; false if nobody does. */
    boolean answerTheDoor() {
        return toTheDoor.getAsBoolean();
    }

    private void rung(Ring ring) {
        for (ConnectionViewModel connection : connections) {
            if (ring.house().equals(connection.hosted())) {
                attention.rung(connection.page(), door.question(ring), door.details(ring));
            }
        }
    }

    /** Asks something before it is done. */
    void ask(Question wanted) {
        question.set(wanted);
    }

    /** What is said for a moment. */
    public ToastViewModel toasts() {
        return toasts;
    }

    @Override
    public void tell(Toast toast) {
        toasts.show(toast);
    }

    /** What of a network the person wants to see; null for nothing. */
    ReadOnlyObjectProperty<@Nullable NetworkDoor> networkProperty() {
        return network.getReadOnlyProperty();
    }

    /** The person wants to see something of the network that is shown, if any is. */
    void visitNetwork(NetworkDoor.Part part) {
        ConversationViewModel here = current.get();
        if (here != null) {
            visit(here.connection(), part);
        }
    }

    private void visit(ConnectionViewModel connection, NetworkDoor.Part part) {
        if (network.get() == null) {
            network.set(new NetworkDoor(connection, part));
        }
    }

    @Override
    public void listRooms(ConnectionViewModel connection) {
        visit(connection, NetworkDoor.Part.ROOMS);
    }

    /** The person has seen it. */
    void leaveNetwork() {
        network.set(null);
    }

    @Override
    public void said(ConversationViewModel where, Said said) {
        attention.said(where, said);
    }

    @Override
    public void deleted(ConversationViewModel where, String id) {
        attention.deleted(where, id);
    }

    /** Where the person was named. */
    MentionsViewModel mentions() {
        return attention.mentions();
    }

    /** What calls for the person. */
    NoticesViewModel notices() {
        return attention.notices();
    }

    /** All conversations of the side bar, from top to bottom. */
    List<ConversationViewModel> conversations() {
        return side.conversations();
    }

    /** Whether this conversation is still open. */
    boolean isThere(ConversationViewModel conversation) {
        ConnectionViewModel connection = conversation.connection();
        return connections.contains(connection)
                && (conversation == connection.page()
                        || connection.rooms().contains(conversation)
                        || connection.privates().contains(conversation));
    }

    /** The person wants to be called by another name, on all hosts. */
    void callMe(Identity who) {
        connections.forEach(connection -> connection.callMe(who));
    }

    /** What is remembered, as it changes. */
    ReadOnlyObjectProperty<Settings> settings() {
        return surroundings.settings().live();
    }

    @Override
    public void ask(Secret wanted) {
        secret.set(wanted);
    }

    /** It was told, or the person thought better of it. */
    public void dismissSecret() {
        secret.set(null);
    }

    /** How much is unread in all conversations together. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Whether the person looks at the window: then the conversation shown is read. */
    public BooleanProperty focusedProperty() {
        return focused;
    }

    /** Whether Enter sends and Shift+Enter breaks the line, or the other way. */
    boolean enterSends() {
        return surroundings.settings().get().habits().sendOnEnter();
    }

    /** The emoji that can be picked. */
    EmojiShelf emoji() {
        return surroundings.belongings().emoji();
    }

    /** The line above the conversation. */
    public BannerViewModel banner() {
        return banner;
    }

    /** Somebody is in: takes the connection over and shows it. */
    public void arrive(Arrival arrival) {
        ConnectionViewModel connection = new ConnectionViewModel(surroundings, this, arrival);
        connection.rooms().addListener(conversationsChanged);
        connection.privates().addListener(conversationsChanged);
        connections.add(connection);
        OpenRoom own = arrival.hosted();
        if (own != null) {
            door.guard(own);
        }
        conversationsChanged();
        show(connection.page());
        connection.begin(arrival.events());
        if (current.get() == connection.page() && !connection.rooms().isEmpty()) {
            show(connection.rooms().getFirst());
        }
        welcome(connection);
        warnings.tell();
        conversationsChanged();
    }

    /** An empty room says what to do next. */
    private void welcome(ConnectionViewModel connection) {
        OpenRoom own = connection.hosted();
        if (own != null) {
            String key =
                    own.door().isAsking()
                            ? "note.open.asking"
                            : own.guarded() ? "note.open.guarded" : "note.open";
            connection.rooms().forEach(room -> room.note(messages.text(key, room.invite())));
        }
    }

    @Override
    public void show(ConversationViewModel conversation) {
        if (current.get() != conversation) {
            setRead(false);
            current.set(conversation);
            banner.show(conversation);
            setRead(focused.get());
        }
    }

    @Override
    public @Nullable ConversationViewModel shown() {
        return current.get();
    }

    private void setRead(boolean read) {
        ConversationViewModel shown = current.get();
        if (shown != null) {
            shown.setRead(read);
            if (read) {
                attention.lookedAt(shown);
            }
        }
    }

    @Override
    public void entered(ConversationViewModel room) {
        openRooms.used(room);
    }

    /** Asks, and then deletes what this person kept of a conversation. */
    void askToDeleteCopy(ConversationViewModel of) {
        question.set(
                new Question(
                        messages.text("copy.delete.title", of.titleProperty().get()),
                        messages.text("copy.delete.text"),
                        messages.text("copy.delete.yes"),
                        () -> {
                            question.set(null);
                            of.copy().delete(() -> of.note(messages.text("copy.deleted")));
                        }));
    }

    /** Leaves a conversation; whoever leaves the last one on a host leaves the host. */
    public void leave(ConversationViewModel conversation) {
        ConnectionViewModel connection = conversation.connection();
        boolean last =
                conversation.kind() == ConversationViewModel.Kind.ROOM
                        && connection.rooms().size() == 1
                        && connection.privates().isEmpty();
        if (last) {
            leave(connection, "");
        } else {
            connection.leave(conversation);
        }
    }

    @Override
    public void leave(ConnectionViewModel connection, String goodbye) {
        ClosingQuestion closing = new ClosingQuestion(messages, List.of(connection));
        if (connection.hosted() != null && closing.concernsSomebody()) {
            ask(closing, "close.room.yes", () -> close(connection, goodbye));
        } else {
            close(connection, goodbye);
        }
    }

    private void close(ConnectionViewModel connection, String goodbye) {
        connection.rooms().removeListener(conversationsChanged);
        connection.privates().removeListener(conversationsChanged);
        connections.remove(connection);
        OpenRoom own = connection.hosted();
        if (own != null) {
            door.leave(own);
        }
        connection.close(goodbye);
        conversationsChanged();
    }

    /** The window is to close: asks once if that ends a room of one's own. */
    public void closeWindow(Runnable close) {
        List<ConnectionViewModel> own = own();
        if (own.isEmpty()) {
            close.run();
        } else {
            ask(new ClosingQuestion(messages, own), "close.window.yes", close);
        }
    }

    private List<ConnectionViewModel> own() {
        return connections.stream().filter(connection -> connection.hosted() != null).toList();
    }

    private void ask(ClosingQuestion closing, String yes, Runnable onYes) {
        question.set(
                closing.ask(
                        yes,
                        () -> {
                            question.set(null);
                            onYes.run();
                        }));
    }

    /** The person thought better of it. */
    public void dismissQuestion() {
        question.set(null);
    }

    /** Who the person is when they come in somewhere from inside the window. */
    public Identity identity() {
        ConversationViewModel shown = current.get();
        String name = shown == null ? "" : shown.connection().me();
        String known = surroundings.settings().get().name();
        return new Identity(name.isEmpty() ? known : name, known.isEmpty() ? name : known);
    }

    /**
     * Opens another room beside one's own that is open already, if the wish leaves everything else
     * as usual; guests of one can then go over to the other.
     *
     * @return whether there was such a place
     */
    public boolean openBeside(HostingOptions wish) {
        if (wish.port().exact() || wish.password() != null || wish.asksFirst()) {
            return false;
        }
        for (ConnectionViewModel connection : own()) {
            OpenRoom open = connection.hosted();
            if (open != null
                    && !open.guarded()
                    && connection.stateProperty().get() == State.ONLINE) {
                connection.enterAs(RoomName.toWire(wish.room()), wish.room());
                return true;
            }
        }
        return false;
    }

    /** Shows the conversation {@code steps} further down the side bar, around its end. */
    public void showNext(int steps) {
        showIfAny(side.next(current.get(), steps, _ -> true));
    }

    /** Shows the next conversation down or up the side bar that has something unread. */
    public void showNextUnread(int steps) {
        showIfAny(side.next(current.get(), steps, SideItems::wantsToBeRead));
    }

    private void showIfAny(@Nullable ConversationViewModel next) {
        if (next != null) {
            show(next);
        }
    }

    private void conversationsChanged() {
        side.refresh(connections);
        unread.set(
                side.conversations().stream()
                        .filter(SideItems::wantsToBeRead)
                        .mapToInt(each -> each.unreadProperty().get())
                        .sum());
        leaveWhatIsGone();
    }

    /** What was shown may be gone: show its neighbour. */
    private void leaveWhatIsGone() {
        ConversationViewModel shown = current.get();
        if (shown == null) {
            return;
        }
        ConnectionViewModel connection = shown.connection();
        if (!isThere(shown)) {
            setRead(false);
            ConversationViewModel next =
                    Stream.concat(
                                    connections.contains(connection)
                                            ? connection.rooms().stream()
                                            : Stream.empty(),
                                    side.conversations().stream())
                            .findFirst()
                            .orElse(connections.isEmpty() ? null : connections.getFirst().page());
            current.set(next);
            banner.show(next);
            setRead(focused.get());
        }
    }
}
