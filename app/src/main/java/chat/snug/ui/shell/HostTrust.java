package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.ui.Surroundings;
import chat.snug.ui.toast.Toast;
import chat.snug.ui.trust.HostKeyViewModel;
import chat.snug.ui.trust.KeyAlarm;
import chat.snug.ui.trust.KeyAlarmViewModel;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the window about who a host is: the words by which one knows it, and the alarm if
 * it is somebody else. JavaFX thread.
 */
final class HostTrust {
    private final Surroundings surroundings;
    private final ShellViewModel shell;
    private final ReadOnlyObjectWrapper<@Nullable HostKeyViewModel> key =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable KeyAlarmViewModel> alarm =
            new ReadOnlyObjectWrapper<>();
    private Consumer<Address> join = _ -> {};

    HostTrust(Surroundings surroundings, ShellViewModel shell) {
        this.surroundings = surroundings;
        this.shell = shell;
    }

    /** Who goes to an address once the person has forgotten the key that was known there. */
    void setOnJoin(Consumer<Address> newJoin) {
        join = newJoin;
    }

    /** Who a host is, if that is asked for. */
    ReadOnlyObjectProperty<@Nullable HostKeyViewModel> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** That a host is another one, if that was found. */
    ReadOnlyObjectProperty<@Nullable KeyAlarmViewModel> alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    /** Shows who the host is. */
    void explain(ConnectionViewModel connection) {
        key.set(
                new HostKeyViewModel(
                        surroundings,
                        connection.titleProperty().get(),
                        connection.address(),
                        connection.secrecyProperty().get(),
                        connection.hosted() != null,
                        connection.lockProperty().get() == Lock.MIXED,
                        connection::compared));
    }

    /** Whoever answered where somebody wanted to go is not the one. */
    void alarm(KeyAlarm found) {
        alarm(found, () -> {});
    }

    /** Whoever answered when a connection came back is not the one. */
    void alarm(ConnectionViewModel connection, KeyAlarm found) {
        alarm(found, () -> shell.leave(connection, ""));
    }

    private void alarm(KeyAlarm found, Runnable onForgotten) {
        alarm.set(
                new KeyAlarmViewModel(
                        surroundings,
                        found,
                        address -> {
                            alarm.set(null);
                            onForgotten.run();
                            shell.tell(new Toast(forgotten(found)));
                            join.accept(address);
                        }));
    }

    private String forgotten(KeyAlarm found) {
        boolean believed = found.keys().between() == Between.KNOWN_AND_INVITE;
        return surroundings.messages().text(believed ? "alarm.believed" : "alarm.forgotten");
    }

    /** It was read. */
    void closeKey() {
        key.set(null);
    }

    /** The person went back. */
    void closeAlarm() {
        alarm.set(null);
    }
}
