package chat.snug.ui.shell;

import chat.snug.ui.OpenRoom;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import java.time.Clock;
import java.util.List;
import javafx.collections.ListChangeListener;

/** Has the settings remember which rooms are open, for the next start to offer. JavaFX thread. */
final class OpenRooms {
    private final ShellViewModel shell;
    private final SettingsStore settings;
    private final Clock clock;

    OpenRooms(ShellViewModel shell, SettingsStore settings, Clock clock) {
        this.shell = shell;
        this.settings = settings;
        this.clock = clock;
        shell.sideItems().addListener((ListChangeListener<SideItem>) _ -> remember());
    }

    /** This room was used just now. */
    void used(ConversationViewModel room) {
        settings.update(all -> all.withRecent(door(room)));
    }

    private void remember() {
        List<RecentRoom> open =
                shell.conversations().stream()
                        .filter(each -> each.kind() == Kind.ROOM)
                        .map(this::door)
                        .toList();
        settings.update(all -> all.withOpen(open));
    }

    /** What leads back into it. */
    private RecentRoom door(ConversationViewModel room) {
        ConnectionViewModel connection = room.connection();
        OpenRoom hosted = connection.hosted();
        return new RecentRoom(
                hosted != null,
                hosted != null ? room.name() : room.invite(),
                room.titleProperty().get(),
                hosted != null ? "" : connection.titleProperty().get(),
                hosted != null && hosted.guarded(),
                clock.instant());
    }
}
