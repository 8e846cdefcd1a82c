package chat.snug.ui.shell;

import chat.snug.client.ClientRequest;
import chat.snug.hosting.Caller;
import chat.snug.ui.door.Gate;

/**
 * The door of somebody else's room, where this person is one of those who decide.
 *
 * @param connection the way to its host
 */
record HostGate(ConnectionViewModel connection) implements Gate {
    @Override
    public void letIn(Caller caller) {
        answer(caller, true);
    }

    @Override
    public void turnAway(Caller caller) {
        answer(caller, false);
    }

    private void answer(Caller caller, boolean in) {
        connection.submit(new ClientRequest.Answer(caller.id(), caller.name(), in));
    }

    @Override
    public String place() {
        return connection.titleProperty().get();
    }
}
