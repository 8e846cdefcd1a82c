package chat.snug.ui.room;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.ModesKnown;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomModes;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the host has told of a room's settings and bans, once somebody asked. JavaFX thread. */
public final class RoomRules {
    private final ReadOnlyObjectWrapper<@Nullable RoomModes> modes = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RoomBan> bans = FXCollections.observableArrayList();
    private final ObservableList<String> invited = FXCollections.observableArrayList();

    /** What the room is set to; null until the host has told. */
    public ReadOnlyObjectProperty<@Nullable RoomModes> modesProperty() {
        return modes.getReadOnlyProperty();
    }

    /** Who may not come in or not speak, the longest ago first. */
    public ObservableList<RoomBan> bans() {
        return bans;
    }

    /** Who may come in although only the invited may, as masks. */
    public ObservableList<String> invited() {
        return invited;
    }

    /** Takes in what happened, if it is about the settings. */
    public void apply(ConversationEvent event) {
        switch (event) {
            case ModesKnown known -> modes.set(known.modes());
            case BansListed listed -> bans.setAll(listed.bans());
            case InvitedListed listed -> invited.setAll(listed.masks());
            case ConversationEvent _ -> {}
        }
    }
}
