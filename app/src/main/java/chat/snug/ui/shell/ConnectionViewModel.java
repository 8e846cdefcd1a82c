package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.ConnectionEvent;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Failure;
import chat.snug.client.Feature;
import chat.snug.client.Identity;
import chat.snug.client.KeyMismatch;
import chat.snug.client.MessageLimit;
import chat.snug.client.RoomName;
import chat.snug.client.Secrecy;
import chat.snug.ui.Arrival;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Visit;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.network.NetworkViewModel;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.trust.KeyAlarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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

    /** What a connection asks of the window that it is shown in. */
    interface Window {
        /** The person asked for this conversation: show it. */
        void show(ConversationViewModel conversation);

        /** The conversation that is shown, if any. */
        @Nullable ConversationViewModel shown();

        /** A room was entered: remember it. */
        void entered(ConversationViewModel room);

        /** Something was done, and may be taken back. */
        void tell(Toast toast);

        /** Somebody said something here, just now. */
        void said(ConversationViewModel where, Said said);

        /** The message with this id was deleted. */
        void deleted(ConversationViewModel where, String id);

        /** Something goes on once the person has told this. */
        void ask(Secret wanted);

        /** Whoever answers is not the host that was met. */
        void alarm(ConnectionViewModel connection, KeyAlarm found);

        /** The person wants to see which rooms there are, and go into one. */
        void listRooms(ConnectionViewModel connection);

        /** The person wants to leave this host. */
        void leave(ConnectionViewModel connection, String goodbye);
    }

    private final Surroundings surroundings;
    private final Window window;
    private final Address address;
    private final @Nullable OpenRoom hosted;
    private final Visit visit;
    private final ConversationViewModel page;
    private final HostConversations conversations;
    private final NetworkViewModel network;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper me = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(State.CONNECTING);
    private final ReadOnlyObjectWrapper<Secrecy> secrecy =
            new ReadOnlyObjectWrapper<>(Secrecy.NONE);
    private final ReadOnlyObjectWrapper<Lock> lock = new ReadOnlyObjectWrapper<>(Lock.OPEN);
    private @Nullable Failure failure;
    private Instant nextTry = Instant.MIN;
    private Set<Feature> features = Set.of();
    private MessageLimit limit = MessageLimit.USUAL;

    ConnectionViewModel(Surroundings surroundings, Window window, Arrival arrival) {
        this.surroundings = surroundings;
        this.window = window;
        this.address = arrival.address();
        this.hosted = arrival.hosted();
        this.visit = arrival.visit();
        me.set(visit.name());
        title.set(hosted != null ? words().text("side.own") : shortAddress());
        conversations = new HostConversations(surroundings, this, window);
        network =
                new NetworkViewModel(
                        words(),
                        visit.link(),
                        surroundings.clock().getZone(),
                        this::enter,
                        shown -> surroundings.belongings().showKey(address, shown));
        page = new ConversationViewModel(surroundings, this, Kind.HOST, title.get());
    }

    private String shortAddress() {
        return address.port() == Address.DEFAULT_PORT ? address.host() : address.display();
    }

    /** Takes over: what happened so far, and what happens from now on. */
    void begin(List<ClientEvent> soFar) {
        visit.deliverTo(this::apply);
        apply(soFar);
    }

    /** The person has compared the words of the host's key, or has not after all. */
    void compared(Secrecy now) {
        secrecy.set(now);
    }

    /** What others type to get here, with what the host was known by. */
    public Address address() {
        return secrecy.get().handedOut(address);
    }

    /** How the connection is kept from others. */
    public ReadOnlyObjectProperty<Secrecy> secrecyProperty() {
        return secrecy.getReadOnlyProperty();
    }

    /** Who can read along. */
    ReadOnlyObjectProperty<Lock> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /** The room of one's own that this is, or null for somebody else's. */
    public @Nullable OpenRoom hosted() {
        return hosted;
    }

    /** What the host is called. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** How the connection stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
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

    /** Why the connection is gone, in plain words; empty while it is not. */
    String trouble() {
        return failure == null ? "" : new FailureWords(words()).of(failure, address, me.get());
    }

    /** When the next attempt begins, while {@link State#WAITING}. */
    Instant nextTry() {
        return nextTry;
    }

    /** Whether the host took the password that one knew and does not any more. */
    boolean wantsPassword() {
        return failure != null && failure.kind() == Failure.Kind.WRONG_PASSWORD;
    }

    /** Whether whoever answered last was not the host that was met. */
    boolean metAnother() {
        return failure != null && failure.keys() != null;
    }

    private void alarm() {
        KeyMismatch keys = failure == null ? null : failure.keys();
        if (keys != null) {
            window.alarm(this, new KeyAlarm(address, keys));
        }
    }

    /** Tries again now; where another password is wanted, once that is typed. */
    public void retryNow() {
        if (state.get() == State.GONE && wantsPassword()) {
            window.ask(
                    new Secret(
                            words().text("secret.host.title", title.get()),
                            words().text("secret.host.text"),
                            words().text("banner.try-again"),
                            this::retryWith));
            return;
        }
        if (state.get() == State.GONE && metAnother()) {
            alarm();
            return;
        }
        if (state.get() == State.GONE) {
            visit.link().connect();
        } else {
            visit.link().retryNow();
        }
    }

    private void retryWith(String password) {
        visit.link().password(password);
        visit.link().connect();
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
        if (features.contains(Feature.DISPLAY_NAMES)) {
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
                if (conversation.insideProperty().get() && state.get() == State.ONLINE) {
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

    private void apply(List<ClientEvent> batch) {
        List<ConversationEvent> together = new ArrayList<>();
        for (ClientEvent event : batch) {
            switch (event) {
                case ConversationEvent said -> {
                    if (!together.isEmpty() && !sameConversation(together.getLast(), said)) {
                        deliver(together);
                    }
                    together.add(said);
                }
                case ConnectionEvent changed -> {
                    deliver(together);
                    apply(changed);
                }
            }
        }
        deliver(together);
        network.flush();
    }

    private static boolean sameConversation(ConversationEvent one, ConversationEvent other) {
        return Conversations.key(one.conversation())
                .equals(Conversations.key(other.conversation()));
    }

    /** Hands a run of events over to their conversation, and empties the list. */
    private void deliver(List<ConversationEvent> together) {
        if (!together.isEmpty()) {
            conversations.deliver(List.copyOf(together));
            together.clear();
        }
    }

    private void apply(ConnectionEvent event) {
        if (network.apply(event)) {
            return;
        }
        switch (event) {
            case ClientEvent.Connecting _ -> state.set(State.CONNECTING);
            case ClientEvent.WaitingForHost _ -> state.set(State.KNOCKING);
            case ClientEvent.SecrecyChanged(Secrecy now) -> {
                secrecy.set(now);
                lock.set(Lock.of(now, features));
            }
            case ClientEvent.Connected connected -> connected(connected);
            case ClientEvent.ConnectFailed(Failure why, _) -> gone(why);
            case ClientEvent.Disconnected(Failure why) -> gone(why);
            case ClientEvent.Reconnecting again -> {
                nextTry = surroundings.clock().instant().plus(again.delay());
                state.set(State.WAITING);
            }
            case ClientEvent.MyNameChanged(_, String to) -> rename(to);
            case ClientEvent.MyAwayChanged(boolean now) -> away.set(now);
            case ClientEvent.HostNotice notice -> page.note(notice.text());
            case ClientEvent.Refused refused -> refused(refused);
            case ClientEvent.Invited(_, String room, String by) ->
                    noteHere(words().text("note.invited", by, RoomName.toScreen(room)));
            case ClientEvent.FeaturesChanged(Set<Feature> now) -> {
                features = now;
                lock.set(Lock.of(secrecy.get(), now));
                conversations.forEach(conversation -> conversation.setFeatures(now));
            }
            case ClientEvent.LimitChanged(MessageLimit now) -> {
                limit = now;
                conversations.forEach(conversation -> conversation.setLimit(now));
            }
            case ClientEvent.Found found -> found(found);
            case ClientEvent.AccountChanged(String account, boolean byItself)
                    when account != null && !byItself ->
                    noteHere(words().text("note.signed-in", account));
            case ClientEvent.SignInFailed failed -> noteHere(new FailureWords(words()).of(failed));
            case ClientEvent.AccountChanged _, ClientEvent.VerificationNeeded _ -> {}
            // Nobody looks at the list any more.
            case ClientEvent.RoomListed _, ClientEvent.RoomListEnd _ -> {}
        }
    }

    private void connected(ClientEvent.Connected connected) {
        failure = null;
        rename(connected.me());
        // A Snug calls itself after its room, which stands in the line below anyway.
        if (hosted == null && !connected.selfHosted() && !connected.network().isBlank()) {
            title.set(connected.network());
            page.rename(connected.network());
        }
        state.set(State.ONLINE);
    }

    private void gone(Failure why) {
        failure = why;
        state.set(State.GONE);
        ConversationViewModel shown = window.shown();
        if (shown != null && shown.connection() == this) {
            alarm();
        }
    }

    private void rename(String to) {
        me.set(to);
        page.setMe(to);
        conversations.forEach(conversation -> conversation.setMe(to));
    }

    private void refused(ClientEvent.Refused refused) {
        String text =
                new FailureWords(words()).of(refused.why(), refused.subject(), refused.text());
        String name = refused.conversation();
        ConversationViewModel concerned = name == null ? null : conversations.find(name);
        if (concerned == null) {
            noteHere(text);
        } else {
            concerned.note(text);
        }
    }

    private void found(ClientEvent.Found found) {
        String name = found.search().conversation();
        ConversationViewModel concerned = name == null ? null : conversations.find(name);
        if (concerned != null) {
            concerned.finding().found(found);
        }
    }

    /** Something was done here, and may be taken back. */
    void tell(Toast toast) {
        window.tell(toast);
    }

    /** What the host takes as one message. */
    MessageLimit limit() {
        return limit;
    }

    /** What can be done here beside talking. */
    NetworkViewModel network() {
        return network;
    }

    /** What can be asked of the host. */
    Set<Feature> features() {
        return features;
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
