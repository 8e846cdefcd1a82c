package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Identity;
import chat.snug.client.Knock;
import chat.snug.hosting.HostingOptions;
import chat.snug.ui.Arrival;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Settings;
import chat.snug.ui.Surroundings;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.emoji.EmojiShelf;
import chat.snug.ui.hosting.HostingViewModel;
import chat.snug.ui.mentions.MentionsViewModel;
import chat.snug.ui.notify.Desktop;
import chat.snug.ui.notify.NoticesViewModel;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.toast.ToastViewModel;
import chat.snug.ui.trust.KeyAlarm;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The window: what is open in it and what is shown of that. Takes in whoever arrives, and hands
 * whatever is asked of the window over to those who look after it. JavaFX thread.
 */
public final class ShellViewModel implements HostWindow {
    private final Surroundings surroundings;
    private final Messages messages;
    private final OpenHosts hosts = new OpenHosts(this::leaveWhatIsGone);
    private final Prompts prompts = new Prompts();
    private final RoomSheets roomSheets;
    private final HostTrust trust;
    private final ReadOnlyObjectWrapper<@Nullable NetworkDoor> network =
            new ReadOnlyObjectWrapper<>();
    private final ToastViewModel toasts = new ToastViewModel();
    private final Warnings warnings;
    private final Attention attention;
    private final ShownConversation shown;
    private final OpenRooms openRooms;
    private final OwnRooms ownRooms;
    private final Doorbell doorbell;
    private final Leaving leaving;

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
        warnings = new Warnings(surroundings, this::shown);
        attention =
                new Attention(
                        this,
                        messages,
                        surroundings.settings(),
                        new NoticesViewModel(
                                surroundings.clock(), desktop, surroundings.events(), toFront));
        shown =
                new ShownConversation(
                        new BannerViewModel(surroundings.clock(), messages), attention::lookedAt);
        openRooms = new OpenRooms(this, surroundings.settings(), surroundings.clock());
        ownRooms = new OwnRooms(surroundings, this, hosts);
        doorbell = new Doorbell(surroundings, hosts.connections(), attention, this::tell);
        leaving = new Leaving(messages, hosts, doorbell.door(), prompts);
    }

    /**
     * The connections, in the order in which they were made; empty means: show the first screen.
     */
    public ObservableList<ConnectionViewModel> connections() {
        return hosts.connections();
    }

    /** The rows of the side bar. */
    ObservableList<SideItem> sideItems() {
        return hosts.side().rows();
    }

    /** The conversation that is shown; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable ConversationViewModel> currentProperty() {
        return shown.currentProperty();
    }

    /** What must be answered before anything else; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return prompts.questionProperty();
    }

    /** What only the person knows and something waits for; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Secret> secretProperty() {
        return prompts.secretProperty();
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

    @Override
    public void knocked(ConnectionViewModel connection, List<Knock> knocks) {
        doorbell.knocked(connection, knocks);
    }

    /** Everybody on this computer's rooms, if it hosts them and one is in. */
    @Nullable HostingViewModel hosting(ConnectionViewModel connection) {
        return ownRooms.hosting(connection);
    }

    /** Who waits at the doors where this person decides. */
    public DoorViewModel door() {
        return doorbell.door();
    }

    /** Says how the keyboard gets to the question about who waits, if there is one. */
    void setToTheDoor(BooleanSupplier focus) {
        doorbell.setFocus(focus);
    }

    /** Brings the keyboard to the question about who waits; false if nobody does. */
    boolean answerTheDoor() {
        return doorbell.answer();
    }

    /** Asks something before it is done. */
    void ask(Question wanted) {
        prompts.ask(wanted);
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
        ConversationViewModel here = shown();
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
        return hosts.side().conversations();
    }

    /** Whether this conversation is still open. */
    boolean isThere(ConversationViewModel conversation) {
        return hosts.isThere(conversation);
    }

    /** The person wants to be called by another name, on all hosts. */
    void callMe(Identity who) {
        hosts.connections().forEach(connection -> connection.callMe(who));
    }

    /** What is remembered, as it changes. */
    ReadOnlyObjectProperty<Settings> settings() {
        return surroundings.settings().live();
    }

    @Override
    public void ask(Secret wanted) {
        prompts.ask(wanted);
    }

    /** It was told, or the person thought better of it. */
    public void dismissSecret() {
        prompts.dismissSecret();
    }

    /** How much is unread in all conversations together. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return hosts.unreadProperty();
    }

    /** Whether the person looks at the window: then the conversation shown is read. */
    public BooleanProperty focusedProperty() {
        return shown.focusedProperty();
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
        return shown.banner();
    }

    /** Somebody is in: takes the connection over and shows it. */
    public void arrive(Arrival arrival) {
        ConnectionViewModel connection = new ConnectionViewModel(surroundings, this, arrival);
        hosts.add(connection);
        OpenRoom own = arrival.hosted();
        if (own != null) {
            doorbell.door().guard(own);
        }
        hosts.refresh();
        show(connection.page());
        connection.begin(arrival.events());
        if (shown() == connection.page() && !connection.rooms().isEmpty()) {
            show(connection.rooms().getFirst());
        }
        ownRooms.welcome(connection);
        warnings.tell();
        hosts.refresh();
    }

    @Override
    public void show(ConversationViewModel conversation) {
        shown.show(conversation);
    }

    @Override
    public @Nullable ConversationViewModel shown() {
        return shown.currentProperty().get();
    }

    @Override
    public void entered(ConversationViewModel room) {
        openRooms.used(room);
    }

    /** Asks, and then deletes what this person kept of a conversation. */
    void askToDeleteCopy(ConversationViewModel of) {
        Runnable delete = () -> of.copy().delete(() -> of.note(messages.text("copy.deleted")));
        prompts.ask(
                new Question(
                        messages.text("copy.delete.title", of.titleProperty().get()),
                        messages.text("copy.delete.text"),
                        messages.text("copy.delete.yes"),
                        prompts.onceAnswered(delete)));
    }

    /** Leaves a conversation; whoever leaves the last one on a host leaves the host. */
    public void leave(ConversationViewModel conversation) {
        leaving.leave(conversation);
    }

    @Override
    public void leave(ConnectionViewModel connection, String goodbye) {
        leaving.leave(connection, goodbye);
    }

    /** The window is to close: asks once if that ends a room of one's own. */
    public void closeWindow(Runnable close) {
        leaving.leaveWindow(close);
    }

    /** The person thought better of it. */
    public void dismissQuestion() {
        prompts.dismissQuestion();
    }

    /** Who the person is when they come in somewhere from inside the window. */
    public Identity identity() {
        ConversationViewModel here = shown();
        String name = here == null ? "" : here.connection().me();
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
        return ownRooms.openBeside(wish);
    }

    /** Shows the conversation {@code steps} further down the side bar, around its end. */
    public void showNext(int steps) {
        showIfAny(hosts.side().next(shown(), steps, _ -> true));
    }

    /** Shows the next conversation down or up the side bar that has something unread. */
    public void showNextUnread(int steps) {
        showIfAny(hosts.side().next(shown(), steps, SideItems::wantsToBeRead));
    }

    private void showIfAny(@Nullable ConversationViewModel next) {
        if (next != null) {
            show(next);
        }
    }

    /** What was shown may be gone: show its neighbour. */
    private void leaveWhatIsGone() {
        ConversationViewModel here = shown();
        if (here != null && !hosts.isThere(here)) {
            shown.show(hosts.neighbour(here));
        }
    }
}
