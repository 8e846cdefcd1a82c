package chat.snug.ui.shell;

import chat.snug.client.RoomName;
import chat.snug.hosting.HostingOptions;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.hosting.HostingViewModel;
import chat.snug.ui.shell.ConnectionViewModel.State;
import org.jspecify.annotations.Nullable;

/** The rooms on this computer: what to do next in an empty one, another beside it, who is in. */
final class OwnRooms {
    private final Surroundings surroundings;
    private final ShellViewModel shell;
    private final OpenHosts hosts;

    OwnRooms(Surroundings surroundings, ShellViewModel shell, OpenHosts hosts) {
        this.surroundings = surroundings;
        this.shell = shell;
        this.hosts = hosts;
    }

    /** An empty room says what to do next; one that is not on this computer says nothing. */
    void welcome(ConnectionViewModel connection) {
        OpenRoom own = connection.hosted();
        if (own != null) {
            String key =
                    own.door().isAsking()
                            ? "note.open.asking"
                            : own.guarded() ? "note.open.guarded" : "note.open";
            connection
                    .rooms()
                    .forEach(room -> room.note(surroundings.messages().text(key, room.invite())));
            if (own.hasOtherKey()) {
                String warned = surroundings.messages().text("note.open.other-key");
                connection.rooms().forEach(room -> room.note(warned));
            }
        }
    }

    /**
     * Opens another room beside one that is open already, if the wish leaves everything else as
     * usual.
     *
     * @return whether there was such a place
     */
    boolean openBeside(HostingOptions wish) {
        if (wish.port().exact() || wish.password() != null || wish.asksFirst()) {
            return false;
        }
        for (ConnectionViewModel connection : hosts.own()) {
            OpenRoom open = connection.hosted();
            if (open != null && !open.guarded() && connection.standing().isOnline()) {
                connection.enterAs(RoomName.toWire(wish.room()), wish.room());
                return true;
            }
        }
        return false;
    }

    /** Everybody in the rooms of this computer; null if it does not host them or none is in yet. */
    @Nullable HostingViewModel hosting(ConnectionViewModel connection) {
        OpenRoom own = connection.hosted();
        return own == null || connection.stateProperty().get() == State.CONNECTING
                ? null
                : new HostingViewModel(surroundings, new OwnHouse(shell, connection, own));
    }
}
