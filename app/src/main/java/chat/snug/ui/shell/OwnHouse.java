package chat.snug.ui.shell;

import chat.snug.ui.OpenRoom;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.hosting.Household;
import chat.snug.ui.toast.Toast;
import java.util.List;
import java.util.function.Consumer;

/** The rooms of this computer, for the hosting screen. */
final class OwnHouse implements Household {
    private final ShellViewModel shell;
    private final ConnectionViewModel connection;
    private final OpenRoom own;

    OwnHouse(ShellViewModel shell, ConnectionViewModel connection, OpenRoom own) {
        this.shell = shell;
        this.connection = connection;
        this.own = own;
    }

    @Override
    public OpenRoom own() {
        return own;
    }

    @Override
    public DoorViewModel door() {
        return shell.door();
    }

    @Override
    public List<HouseRoom> rooms() {
        return connection.rooms().stream()
                .filter(room -> room.insideProperty().get())
                .map(
                        room ->
                                new HouseRoom(
                                        room.name(),
                                        room.titleProperty(),
                                        room.people(),
                                        room.moderator()))
                .toList();
    }

    @Override
    public void invite(String room) {
        with(room, shell.roomSheets()::invite);
    }

    @Override
    public void settings(String room) {
        with(room, shell.roomSheets()::settings);
    }

    private void with(String name, Consumer<ConversationViewModel> action) {
        connection.rooms().stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .ifPresent(action);
    }

    @Override
    public void write(String name) {
        connection.talkTo(name);
    }

    @Override
    public void ask(Question question) {
        shell.ask(question);
    }

    @Override
    public void dismissQuestion() {
        shell.dismissQuestion();
    }

    @Override
    public void tell(Toast toast) {
        shell.tell(toast);
    }

    @Override
    public void close() {
        shell.leave(connection, "");
    }
}
