package chat.snug.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the window, with the rows of the side bar and the number of what is unread
 * that follow the conversations on them. JavaFX thread.
 */
final class OpenHosts {
    private final Runnable onChange;
    private final ObservableList<ConnectionViewModel> connections =
            FXCollections.observableArrayList();
    private final SideItems side = new SideItems();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ListChangeListener<ConversationViewModel> conversationsChanged = _ -> refresh();

    /**
     * None yet.
     *
     * @param onChange told whenever a conversation came, went, or was read or not, once the side
     *     bar shows it
     */
    OpenHosts(Runnable onChange) {
        this.onChange = onChange;
    }

    /** The connections, in the order in which they were made. */
    ObservableList<ConnectionViewModel> connections() {
        return connections;
    }

    /** The rows of the side bar. */
    SideItems side() {
        return side;
    }

    /** How much is unread in all conversations together. */
    ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** The connections to this computer's own rooms. */
    List<ConnectionViewModel> own() {
        return connections.stream().filter(connection -> connection.hosted() != null).toList();
    }

    /** Takes one in; the side bar has it after {@link #refresh()}. */
    void add(ConnectionViewModel connection) {
        connection.rooms().addListener(conversationsChanged);
        connection.privates().addListener(conversationsChanged);
        connections.add(connection);
    }

    /** Forgets one; the side bar has it until {@link #refresh()}. */
    void remove(ConnectionViewModel connection) {
        connection.rooms().removeListener(conversationsChanged);
        connection.privates().removeListener(conversationsChanged);
        connections.remove(connection);
    }

    /** Follows what is open now. */
    void refresh() {
        side.refresh(connections);
        unread.set(
                side.conversations().stream()
                        .filter(SideItems::wantsToBeRead)
                        .mapToInt(each -> each.unreadProperty().get())
                        .sum());
        onChange.run();
    }

    /** Whether this conversation is still open. */
    boolean isThere(ConversationViewModel conversation) {
        ConnectionViewModel connection = conversation.connection();
        return connections.contains(connection)
                && (conversation == connection.page()
                        || connection.rooms().contains(conversation)
                        || connection.privates().contains(conversation));
    }

    /** What is next to a conversation that is gone: on its host if possible; null if all is. */
    @Nullable ConversationViewModel neighbour(ConversationViewModel gone) {
        ConnectionViewModel connection = gone.connection();
        return Stream.concat(
                        connections.contains(connection)
                                ? connection.rooms().stream()
                                : Stream.empty(),
                        side.conversations().stream())
                .findFirst()
                .orElse(connections.isEmpty() ? null : connections.getFirst().page());
    }
}
