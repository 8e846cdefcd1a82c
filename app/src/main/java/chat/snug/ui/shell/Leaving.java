package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.door.OwnGate;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import java.util.List;

/**
 * How the person leaves: a conversation, a host, or all of them with the window; asked first where
 * others are disconnected by it. JavaFX thread.
 */
final class Leaving {
    private final Messages messages;
    private final OpenHosts hosts;
    private final DoorViewModel door;
    private final Prompts prompts;

    Leaving(Messages messages, OpenHosts hosts, DoorViewModel door, Prompts prompts) {
        this.messages = messages;
        this.hosts = hosts;
        this.door = door;
        this.prompts = prompts;
    }

    /** Leaves a conversation; whoever leaves the last one on a host leaves the host. */
    void leave(ConversationViewModel conversation) {
        ConnectionViewModel connection = conversation.connection();
        boolean last =
                conversation.kind() == Kind.ROOM
                        && connection.rooms().size() == 1
                        && connection.privates().isEmpty();
        if (last) {
            leave(connection, "");
        } else {
            connection.leave(conversation);
        }
    }

    /** Leaves a host: asks if somebody is in a room of one's own that ends by it. */
    void leave(ConnectionViewModel connection, String goodbye) {
        ClosingQuestion closing = new ClosingQuestion(messages, List.of(connection));
        if (connection.hosted() != null && closing.concernsSomebody()) {
            ask(closing, "close.room.yes", () -> close(connection, goodbye));
        } else {
            close(connection, goodbye);
        }
    }

    private void close(ConnectionViewModel connection, String goodbye) {
        hosts.remove(connection);
        OpenRoom own = connection.hosted();
        door.leave(own == null ? new HostGate(connection) : new OwnGate(own));
        connection.close(goodbye);
        hosts.refresh();
    }

    /** Leaves the window: asks once if that ends a room of one's own. */
    void leaveWindow(Runnable close) {
        List<ConnectionViewModel> own = hosts.own();
        if (own.isEmpty()) {
            close.run();
        } else {
            ask(new ClosingQuestion(messages, own), "close.window.yes", close);
        }
    }

    private void ask(ClosingQuestion closing, String yes, Runnable onYes) {
        prompts.ask(closing.ask(yes, prompts.onceAnswered(onYes)));
    }
}
