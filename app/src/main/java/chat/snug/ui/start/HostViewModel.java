package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.hosting.LocalAddress;
import chat.snug.hosting.PortTakenException;
import chat.snug.ui.Arrival;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import java.io.IOException;
import java.util.List;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
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
    private final ObservableList<LocalAddress> addresses = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LocalAddress> shownAddress =
            new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portError = new ReadOnlyStringWrapper("");
    private Predicate<HostingOptions> beside = _ -> false;
    private boolean addressesAsked;

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
        room.addListener((_, _, _) -> error.set(""));
        port.addListener((_, _, _) -> portError.set(""));
        more.addListener((_, _, shown) -> askForAddresses(shown));
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

    /** The addresses of this computer, the most likely first; filled once "More" is shown. */
    public ObservableList<LocalAddress> addresses() {
        return addresses;
    }

    /** The address to hand out; null for the most likely one. */
    public ObjectProperty<@Nullable LocalAddress> shownAddressProperty() {
        return shownAddress;
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

    /**
     * Says where a room may be opened without a host of its own.
     *
     * @param open opens it there and returns true, or returns false if there is no such place
     */
    public void setBeside(Predicate<HostingOptions> open) {
        beside = open;
    }

    private void askForAddresses(boolean shown) {
        if (!shown || addressesAsked) {
            return;
        }
        addressesAsked = true;
        surroundings
                .background()
                .execute(
                        () -> {
                            List<LocalAddress> found = surroundings.doorway().localAddresses();
                            surroundings.events().execute(() -> showAddresses(found));
                        });
    }

    private void showAddresses(List<LocalAddress> found) {
        addresses.setAll(found);
        if (!found.isEmpty()) {
            shownAddress.set(found.getFirst());
        }
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
        } else if (choice == null) {
            more.set(true);
            portError.set(messages.text("host.port.wrong"));
        } else {
            String key = password.get();
            open(
                    who,
                    new HostingOptions(
                            room.get(), choice, key.isEmpty() ? null : key, shownAddress.get()));
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
        surroundings
                .background()
                .execute(
                        () -> {
                            try {
                                OpenRoom hosted = surroundings.doorway().open(options);
                                surroundings.events().execute(() -> enter(who, hosted));
                            } catch (IOException e) {
                                surroundings.events().execute(() -> notOpened(e, options));
                            }
                        });
    }

    private void notOpened(IOException why, HostingOptions options) {
        opening.set(false);
        if (why instanceof PortTakenException taken) {
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

    private void enter(Identity who, OpenRoom hosted) {
        new Attempt(
                        surroundings,
                        hosted.address(),
                        hosted.hostAddress(),
                        who,
                        hosted,
                        new Result(who, hosted))
                .begin();
    }

    private final class Result implements Attempt.Outcome {
        private final Identity who;
        private final OpenRoom hosted;

        Result(Identity who, OpenRoom hosted) {
            this.who = who;
            this.hosted = hosted;
        }

        @Override
        public void arrived(Arrival arrival) {
            opening.set(false);
            onArrived.accept(arrival);
        }

        @Override
        public void failed(Failure failure, @Nullable String suggestedName) {
            shut(new FailureWords(messages).of(failure, hosted.hostAddress(), who.name()));
        }

        @Override
        public void turnedAway(RoomRefused refused) {
            String name = RoomName.toScreen(refused.conversation());
            shut(new FailureWords(messages).of(refused, name));
        }

        /** Nobody can come in, not even we: a room without its host is none. */
        private void shut(String why) {
            opening.set(false);
            error.set(why);
            surroundings.background().execute(hosted::close);
        }
    }
}
