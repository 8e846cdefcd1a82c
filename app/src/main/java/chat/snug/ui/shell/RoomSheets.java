package chat.snug.ui.shell;

import chat.snug.ui.OpenRoom;
import chat.snug.ui.Surroundings;
import chat.snug.ui.invite.InviteViewModel;
import chat.snug.ui.room.RoomSettingsViewModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the window about one room: how others come in, and its settings. JavaFX thread.
 */
public final class RoomSheets {
    private final Surroundings surroundings;
    private final ShellViewModel shell;
    private final ReadOnlyObjectWrapper<@Nullable InviteViewModel> invite =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RoomSettingsViewModel> settings =
            new ReadOnlyObjectWrapper<>();

    RoomSheets(Surroundings surroundings, ShellViewModel shell) {
        this.surroundings = surroundings;
        this.shell = shell;
    }

    /** How others come in, if that is asked for. */
    public ReadOnlyObjectProperty<@Nullable InviteViewModel> inviteProperty() {
        return invite.getReadOnlyProperty();
    }

    /** The settings of a room, if they are asked for. */
    public ReadOnlyObjectProperty<@Nullable RoomSettingsViewModel> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Shows how others come into a room. */
    public void invite(ConversationViewModel room) {
        OpenRoom own = room.connection().hosted();
        invite.set(
                new InviteViewModel(
                        surroundings,
                        room.titleProperty().get(),
                        room.name(),
                        room.connection().address(),
                        own));
    }

    /** Shows the settings of a room. */
    public void settings(ConversationViewModel room) {
        closeSettings();
        settings.set(
                new RoomSettingsViewModel(
                        new RoomOfConversation(room, shell), surroundings.messages()));
    }

    /** It was read. */
    public void closeInvite() {
        invite.set(null);
    }

    /** They are as they should be. */
    public void closeSettings() {
        RoomSettingsViewModel before = settings.get();
        if (before != null) {
            before.close();
            settings.set(null);
        }
    }
}
