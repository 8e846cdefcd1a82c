package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Feature;
import chat.snug.client.Identity;
import chat.snug.client.Knock;
import chat.snug.client.MessageLimit;
import chat.snug.client.RoomName;
import chat.snug.client.Secrecy;
import chat.snug.ui.Arrival;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Visit;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.network.NetworkViewModel;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import chat.snug.ui.toast.Toast;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One connection to one host: how it stands, and the conversations on it. JavaFX thread. */
public final class ConnectionViewModel {
    /** How a connection stands. */
    public enum State {
        CONNECTING,
        /** The host was asked whether the person may come in. */
        KNOCKING,
        ONLINE,
        /** Gone; tried again by itself after a while. */
        WAITING,
        /** Gone, and nothing is tried by itself. */
        GONE
    }

    private final Surroundings surroundings;
    private final HostWindow window;
    private final Address address;
    private final @Nullable OpenRoom hosted;
    private final Visit visit;
    private final ConversationViewModel page;
    private final HostConversations conversations;
    private final NetworkViewModel network;
    private final Standing standing;
    private final HostTerms terms = new HostTerms();
    private final HostEvents events;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper me = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();

    /** What one's own computer is called is the app's word; others say what they are called. */
    private final ChangeListener<Locale> spoken = (_, _, _) -> setTitle(words().text("side.own"));

    ConnectionViewModel(Surroundings surroundings, HostWindow window, Arrival arrival) {
        this.surroundings = surroundings;
        this.window = window;
        this.address = arrival.address();
        this.hosted = arrival.hosted();
        this.visit = arrival.visit();
        me.set(visit.name());
        title.set(hosted != null ? words().text("side.own") : shortAddress());
        standing = new Standing(this, window, visit.link(), address, surroundings.clock());
        conversations = new HostConversations(surroundings, this, window);
        network =
                new NetworkViewModel(
                        words(),
                        visit.link(),
                        surroundings.clock().getZone(),
                        this::enter,
                        shown -> surroundings.belongings().showKey(address, shown));
        page = new ConversationViewModel(surroundings, this, Kind.HOST, title.get());
        events = new HostEvents(this, conversations, standing, terms);
        if (hosted != null) {
            words().localeProperty().addListener(new WeakChangeListener<>(spoken));
        }
    }

    private String shortAddress() {
        return address.port() == Address.DEFAULT_PORT ? address.host() : address.display();
    }

    /** Takes over: what happened so far, and what happens from now on. */
    void begin(List<ClientEvent> soFar) {
        visit.deliverTo(events::apply);
        events.apply(soFar);
    }

    /** The person has compared the words of the host's key, or has not after all. */
    void compared(Secrecy now) {
        terms.setCompared(now);
    }

    /** What others type to get here, with what the host was known by. */
    public Address address() {
        return terms.secrecyProperty().get().handedOut(address);
    }

    /** How the connection is kept from others. */
    public ReadOnlyObjectProperty<Secrecy> secrecyProperty() {
        return terms.secrecyProperty();
    }

    /** Who can read along. */
    ReadOnlyObjectProperty<Lock> lockProperty() {
        return terms.lockProperty();
    }

    /** The room of one's own that this is, or null for somebody else's. */
    public @Nullable OpenRoom hosted() {
        return hosted;
    }

    /** What the host is called. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** How the connection stands, and why. */
    Standing standing() {
        return standing;
    }

    /** How the connection stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return standing.stateProperty();
    }

    /** The person's own name here. */
    public ReadOnlyStringProperty meProperty() {
        return me.getReadOnlyProperty();
    }

    /** Whether the person is marked as away here. */
    public ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /** The rooms, in the order in which they were entered; also tells when one's unread changes. */
    public ObservableList<ConversationViewModel> rooms() {
        return conversations.rooms();
    }

    /** The conversations with single people; also tells when one's unread changes. */
    public ObservableList<ConversationViewModel> privates() {
        return conversations.privates();
    }

    /** The page of the host itself. */
    public ConversationViewModel page() {
        return page;
    }

    String me() {
        return me.get();
    }

    boolean isMe(String name) {
        return Conversations.key(name).equals(Conversations.key(me.get()));
    }

    Messages words() {
        return surroundings.messages();
    }

    /** Tries again now; where another password is wanted, once that is typed. */
    public void retryNow() {
        standing.retryNow();
    }

    /** A room wants a key: asks for it, and goes in with it. */
    void askForKey(String room) {
        window.ask(
                new Secret(
                        words().text("secret.room.title", RoomName.toScreen(room)),
                        words().text("secret.room.text"),
                        words().text("banner.enter"),
                        key -> submit(new ClientRequest.Join(room, key))));
    }

    void submit(ClientRequest request) {
        visit.link().submit(request);
    }

    /** Opens the conversation with a person. */
    void talkTo(String name) {
        if (!isMe(name)) {
            window.show(conversations.open(name));
        }
    }

    /** Somebody said something in {@code where}, just now. */
    void said(ConversationViewModel where, Said said) {
        window.said(where, said);
    }

    /** The message with this id was deleted. */
    void deleted(ConversationViewModel where, String id) {
        window.deleted(where, id);
    }

    /** The person wants to be called by another name. */
    void callMe(Identity who) {
        if (!me().equals(who.name())) {
            submit(new ClientRequest.ChangeName(who.name()));
        }
        if (terms.features().contains(Feature.DISPLAY_NAMES)) {
            submit(new ClientRequest.ShowAs(who.realName()));
        }
    }

    /** Goes into a room on this host, or shows it if one is inside already. */
    void enter(String wireName) {
        ConversationViewModel room = conversations.find(wireName);
        if (room != null && room.insideProperty().get()) {
            window.show(room);
        } else {
            submit(new ClientRequest.Join(wireName, null));
        }
    }

    /** Goes into a room, which is called {@code title} on screens from then on. */
    void enterAs(String wireName, String title) {
        conversations.nameOnceInside(wireName, title);
        enter(wireName);
    }

    /** Leaves one conversation. */
    void leave(ConversationViewModel conversation) {
        switch (conversation.kind()) {
            case PRIVATE -> forget(conversation);
            case HOST -> window.leave(this, "");
            case ROOM -> {
                if (conversation.insideProperty().get() && standing.isOnline()) {
                    submit(new ClientRequest.Leave(conversation.name(), ""));
                } else {
                    forget(conversation);
                }
            }
        }
    }

    /** Gone from the screen at once; the model forgets it too, so that nothing brings it back. */
    private void forget(ConversationViewModel conversation) {
        conversations.remove(conversation);
        submit(new ClientRequest.Leave(conversation.name(), ""));
    }

    /** Says goodbye; nothing is heard of this connection any more. */
    void close(String goodbye) {
        OpenRoom own = hosted;
        if (own == null) {
            visit.leave(goodbye);
        } else {
            // The room first: people are told that it closed, not that the host left before that.
            visit.forget();
            surroundings
                    .background()
                    .execute(
                            () -> {
                                own.close();
                                visit.link().close(goodbye);
                            });
        }
    }

    /** Does what was typed into the composer of {@code conversation}. */
    void typed(ConversationViewModel conversation, String text) {
        new TypedWords(this, window, conversation).act(text);
    }

    /** The host calls the person by this name from now on. */
    void setMe(String to) {
        me.set(to);
        page.setMe(to);
        conversations.forEach(conversation -> conversation.setMe(to));
    }

    /** Whether the host tells others that the person is away. */
    void setAway(boolean now) {
        away.set(now);
    }

    /** The host has said what it is called. */
    void setTitle(String to) {
        title.set(to);
        page.rename(to);
    }

    /** These wait at the host's door. One's own door tells so by itself. */
    void knocked(List<Knock> now) {
        if (hosted == null) {
            window.knocked(this, now);
        }
    }

    /** Something was done here, and may be taken back. */
    void tell(Toast toast) {
        window.tell(toast);
    }

    /** What the host takes as one message. */
    MessageLimit limit() {
        return terms.limit();
    }

    /** What can be done here beside talking. */
    NetworkViewModel network() {
        return network;
    }

    /** What can be asked of the host. */
    Set<Feature> features() {
        return terms.features();
    }

    /** A quiet line where the person looks, if that is on this connection. */
    void noteHere(String text) {
        ConversationViewModel shown = window.shown();
        ConversationViewModel here = shown != null && shown.connection() == this ? shown : page;
        here.note(text);
        if (hosted != null && here == shown && here == page) {
            window.tell(new Toast(text)); // the hosting screen is in the place of its lines
        }
    }
}
