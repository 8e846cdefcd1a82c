package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.Conversations;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.PortTakenException;
import chat.snug.key.BrokenKeyException;
import chat.snug.store.StoreException;
import chat.snug.ui.Arrival;
import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Surroundings;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosting a room: its name, what sits behind "More", and the opening of it. */
public final class HostViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(HostViewModel.class);
    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;
    private final Supplier<@Nullable Identity> identity;
    private final Consumer<Arrival> onArrived;
    private final Messages messages;

    private final StringProperty room = new SimpleStringProperty("");
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty asksFirst = new SimpleBooleanProperty();
    private final BooleanProperty plain = new SimpleBooleanProperty(true);
    private final AddressChoice addressChoice;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper passwordNote = new ReadOnlyStringWrapper("");
    private Predicate<HostingOptions> beside = _ -> false;

    /** Not if that was in vain and the person opens the room nevertheless. */
    private boolean kept = true;

    /** Null until the person has chosen: then it follows who may come in. */
    private @Nullable Boolean plainChosen;

    private boolean following;
    private @Nullable Opening current;

    /**
     * A room that could be opened.
     *
     * @param roomName what the name field begins with
     * @param identity who hosts it; null if they have not said, which they are told then
     * @param onArrived told when the room is open and the person in it
     */
    public HostViewModel(
            Surroundings surroundings,
            String roomName,
            Supplier<@Nullable Identity> identity,
            Consumer<Arrival> onArrived) {
        this.surroundings = surroundings;
        this.identity = identity;
        this.onArrived = onArrived;
        this.messages = surroundings.messages();
        room.set(roomName);
        room.addListener((_, _, _) -> forget());
        port.addListener((_, _, _) -> portError.set(""));
        password.addListener((_, _, _) -> followDoor());
        asksFirst.addListener((_, _, _) -> followDoor());
        plain.addListener((_, _, on) -> plainChosen = following ? plainChosen : on);
        addressChoice = new AddressChoice(surroundings);
        more.addListener((_, _, shown) -> addressChoice.refreshIf(shown));
    }

    /** The room's name. */
    public StringProperty roomProperty() {
        return room;
    }

    /** Whether port, password and address are shown. */
    public BooleanProperty moreProperty() {
        return more;
    }

    /** The port; empty for the usual one, or the next that is free. */
    public StringProperty portProperty() {
        return port;
    }

    /** What newcomers must know; empty for nothing. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the host decides about each newcomer who knows no password. */
    public BooleanProperty asksFirstProperty() {
        return asksFirst;
    }

    /**
     * Whether people may come in without encryption: if anybody may come in, unless the person
     * chooses.
     */
    public BooleanProperty plainProperty() {
        return plain;
    }

    /** The addresses of this computer, the most likely first; filled once "More" is shown. */
    public ObservableList<LocalAddress> addresses() {
        return addressChoice.all();
    }

    /** The address to hand out; the most likely one unless the person chooses. */
    public ObjectProperty<@Nullable LocalAddress> shownAddressProperty() {
        return addressChoice.shownProperty();
    }

    /** Whether the room is being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** What is wrong with the room, for under its name; empty if nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What is wrong with the port, for under it; empty if nothing is. */
    public ReadOnlyStringProperty portErrorProperty() {
        return portError.getReadOnlyProperty();
    }

    /** What to think of before the room opens without a password; empty if nothing. */
    public ReadOnlyStringProperty passwordNoteProperty() {
        return passwordNote.getReadOnlyProperty();
    }

    /**
     * Says where a room may be opened without a host of its own.
     *
     * @param open opens it there and returns true, or returns false if there is no such place
     */
    public void setBeside(Predicate<HostingOptions> open) {
        beside = open;
    }

    private void followDoor() {
        if (plainChosen == null) {
            following = true;
            plain.set(password.get().isEmpty() && !asksFirst.get());
            following = false;
        }
    }

    private void forget() {
        kept = true;
        error.set("");
        passwordNote.set("");
    }

    /** Opens a room that was hosted before; asks for a password first if it had one. */
    public void openAgain(String name) {
        room.set(name);
        passwordNote.set("");
        open();
    }

    /** Whether a room of this name had a password when it was hosted last. */
    private boolean wasGuarded(String wireName) {
        return surroundings.settings().get().recents().stream()
                .filter(RecentRoom::hosted)
                .filter(RecentRoom::guarded)
                .map(recent -> Conversations.key(RoomName.toWire(recent.nameToHost())))
                .anyMatch(Conversations.key(wireName)::equals);
    }

    /** Opens the room and goes in. */
    public void open() {
        Identity who = identity.get();
        if (who == null || opening.get()) {
            return;
        }
        error.set("");
        portError.set("");
        PortChoice choice = portChoice();
        if (RoomName.toWire(room.get()).isEmpty()) {
            error.set(messages.text("host.room.missing"));
        } else if (room.get().contains("://")) {
            error.set(messages.text("host.room.address"));
        } else if (choice == null) {
            more.set(true);
            portError.set(messages.text("host.port.wrong"));
        } else if (password.get().isEmpty()
                && passwordNote.get().isEmpty()
                && wasGuarded(RoomName.toWire(room.get()))) {
            more.set(true);
            passwordNote.set(messages.text("host.password.again"));
        } else {
            String key = password.get();
            open(
                    who,
                    new HostingOptions(
                                    room.get(),
                                    choice,
                                    key.isEmpty() ? null : key,
                                    addressChoice.chosen(),
                                    kept)
                            .withAsksFirst(asksFirst.get())
                            .withPlain(plainChosen));
        }
    }

    /** The port that was chosen, or null if it is none. */
    private @Nullable PortChoice portChoice() {
        String typed = port.get().strip();
        if (typed.isEmpty()) {
            return PortChoice.preferred(Address.DEFAULT_PORT);
        }
        try {
            int number = Integer.parseInt(typed);
            return number >= 1 && number <= HIGHEST_PORT ? PortChoice.exactly(number) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private void open(Identity who, HostingOptions options) {
        if (beside.test(options)) {
            return;
        }
        opening.set(true);
        Opening begun = new Opening(surroundings, who, options, new Result(options));
        current = begun;
        begun.begin();
    }

    /** Gives up while the room is being opened; what is open already closes again. */
    public void cancel() {
        Opening given = current;
        if (given != null) {
            end();
            given.cancel();
        }
    }

    private void sayWhyNot(IOException why, HostingOptions options) {
        if (why instanceof StoreException unkept) {
            LOG.warn("What is said cannot be kept", why);
            kept = false;
            error.set(messages.text("host.keep." + unkept.reason().name()));
        } else if (why instanceof BrokenKeyException broken) {
            LOG.warn("The key of this computer cannot be read", why);
            error.set(messages.text("host.key.broken", broken.file()));
        } else if (why instanceof PortTakenException taken) {
            more.set(true);
            portError.set(messages.text("host.port.taken", Integer.toString(taken.port())));
        } else if (options.port().exact()) {
            LOG.warn("Cannot listen at port {}", options.port().port(), why);
            more.set(true);
            portError.set(
                    messages.text("host.port.refused", Integer.toString(options.port().port())));
        } else {
            LOG.warn("Cannot open a room: is the network up, does a firewall forbid it?", why);
            error.set(messages.text("host.failed"));
        }
    }

    private void end() {
        current = null;
        opening.set(false);
    }

    private final class Result implements Opening.Outcome {
        private final HostingOptions options;

        Result(HostingOptions options) {
            this.options = options;
        }

        @Override
        public void arrived(Arrival arrival) {
            end();
            kept = true;
            port.set("");
            password.set("");
            asksFirst.set(false);
            plainChosen = null;
            followDoor();
            passwordNote.set("");
            more.set(false);
            onArrived.accept(arrival);
        }

        @Override
        public void notOpened(IOException why) {
            end();
            sayWhyNot(why, options);
        }

        @Override
        public void shut(String why) {
            end();
            error.set(why);
        }
    }
}
