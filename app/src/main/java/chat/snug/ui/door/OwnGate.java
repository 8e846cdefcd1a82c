package chat.snug.ui.door;

import chat.snug.hosting.Caller;
import chat.snug.ui.OpenRoom;

/**
 * The door of a room of this computer.
 *
 * @param house whose door it is
 */
public record OwnGate(OpenRoom house) implements Gate {
    @Override
    public void letIn(Caller caller) {
        house.door().letIn(caller);
    }

    @Override
    public void turnAway(Caller caller) {
        house.door().turnAway(caller);
    }

    @Override
    public String place() {
        return "";
    }
}
