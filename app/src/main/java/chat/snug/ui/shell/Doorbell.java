package chat.snug.ui.shell;

import chat.snug.ui.Surroundings;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.door.Ring;
import chat.snug.ui.toast.Toast;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The door of this computer's rooms as the window has it: calls the person when somebody waits
 * there, and brings the keyboard to the question about them. JavaFX thread.
 */
final class Doorbell {
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

    private void rung(Ring ring) {
        for (ConnectionViewModel connection : connections) {
            if (ring.house().equals(connection.hosted())) {
                attention.rung(connection.page(), door.question(ring), door.details(ring));
            }
        }
    }
}
