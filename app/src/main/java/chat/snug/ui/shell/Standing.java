package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.Failure;
import chat.snug.client.KeyMismatch;
import chat.snug.ui.FailureWords;
import chat.snug.ui.HostLink;
import chat.snug.ui.Messages;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.trust.KeyAlarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands: why it is gone, when it is tried again by itself, and what the person
 * has to do first where that is of no use. JavaFX thread.
 */
final class Standing {
    private final ConnectionViewModel connection;
    private final HostWindow window;
    private final HostLink link;
    private final Address address;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(State.CONNECTING);
    private @Nullable Failure failure;
    private Instant nextTry = Instant.MIN;

    /**
     * Of a connection that is being made.
     *
     * @param address where the host was looked for
     */
    Standing(
            ConnectionViewModel connection,
            HostWindow window,
            HostLink link,
            Address address,
            Clock clock) {
        this.connection = connection;
        this.window = window;
        this.link = link;
        this.address = address;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean isOnline() {
        return state.get() == State.ONLINE;
    }

    /** Why the connection is gone, in plain words; empty while it is not. */
    String trouble() {
        return failure == null
                ? ""
                : new FailureWords(connection.words()).of(failure, address, connection.me());
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

    /** An attempt begins; why the last one failed is still worth telling. */
    void connecting() {
        state.set(State.CONNECTING);
    }

    /** The host asks whether the person may come in. */
    void knocking() {
        state.set(State.KNOCKING);
    }

    /** The person is in, and nothing is wrong any more. */
    void online() {
        failure = null;
        state.set(State.ONLINE);
    }

    /** The next attempt begins after this. */
    void waiting(Duration delay) {
        nextTry = clock.instant().plus(delay);
        state.set(State.WAITING);
    }

    /** It is gone; whoever looks at it is told at once if somebody else answered. */
    void gone(Failure why) {
        failure = why;
        state.set(State.GONE);
        ConversationViewModel shown = window.shown();
        if (shown != null && shown.connection() == connection) {
            alarm();
        }
    }

    private void alarm() {
        KeyMismatch keys = failure == null ? null : failure.keys();
        if (keys != null) {
            window.alarm(connection, new KeyAlarm(address, keys));
        }
    }

    /** Tries again now; where another password is wanted, once that is typed. */
    void retryNow() {
        if (state.get() != State.GONE) {
            link.retryNow();
        } else if (wantsPassword()) {
            askForPassword();
        } else if (metAnother()) {
            alarm();
        } else {
            link.connect();
        }
    }

    private void askForPassword() {
        Messages words = connection.words();
        window.ask(
                new Secret(
                        words.text("secret.host.title", connection.titleProperty().get()),
                        words.text("secret.host.text"),
                        words.text("banner.try-again"),
                        this::retryWith));
    }

    private void retryWith(String password) {
        link.password(password);
        link.connect();
    }
}
