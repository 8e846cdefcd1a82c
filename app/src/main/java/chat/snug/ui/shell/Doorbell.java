package chat.snug.ui.shell;

import chat.snug.client.Knock;
import chat.snug.hosting.Caller;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.door.Gate;
import chat.snug.ui.door.OwnGate;
import chat.snug.ui.door.Ring;
import chat.snug.ui.toast.Toast;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The doors where this person decides, as the window has them: calls the person when somebody waits
 * there, and brings the keyboard to the question about them. JavaFX thread.
 */
final class Doorbell {
    private final Surroundings surroundings;
    private final List<ConnectionViewModel> connections;
    private final Attention attention;
    private final DoorViewModel door;
    private BooleanSupplier focus = () -> false;

    /**
     * A bell that is silent yet.
     *
     * @param connections the connections of the window, as they are at any time
     * @param tell told what was done at the door and may be taken back
     */
    Doorbell(
            Surroundings surroundings,
            List<ConnectionViewModel> connections,
            Attention attention,
            Consumer<Toast> tell) {
        this.surroundings = surroundings;
        this.connections = connections;
        this.attention = attention;
        this.door = new DoorViewModel(surroundings, tell, this::rung);
    }

    /** Who waits. */
    DoorViewModel door() {
        return door;
    }

    /** Says how the keyboard gets to the question about who waits, if there is one. */
    void setFocus(BooleanSupplier newFocus) {
        focus = newFocus;
    }

    /** Brings the keyboard to the question about who waits; false if nobody does. */
    boolean answer() {
        return focus.getAsBoolean();
    }

    /** These wait at the door of a host that is not this computer. */
    void knocked(ConnectionViewModel connection, List<Knock> knocks) {
        Instant now = surroundings.clock().instant();
        door.told(
                new HostGate(connection),
                knocks.stream().map(knock -> caller(knock, now)).toList());
    }

    private static Caller caller(Knock knock, Instant now) {
        return new Caller(
                knock.id(),
                knock.name(),
                knock.address(),
                knock.account(),
                knock.recognisable(),
                now);
    }

    private void rung(Ring ring) {
        for (ConnectionViewModel connection : connections) {
            OpenRoom own = connection.hosted();
            Gate gate = own == null ? new HostGate(connection) : new OwnGate(own);
            if (ring.gate().equals(gate)) {
                attention.rung(connection.page(), door.question(ring), door.details(ring));
            }
        }
    }
}
