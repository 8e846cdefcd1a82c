package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Views;
import chat.snug.ui.dialogs.Sheets;
import chat.snug.ui.network.AccountController;
import chat.snug.ui.network.AccountViewModel;
import chat.snug.ui.network.RoomListController;
import chat.snug.ui.network.RoomListViewModel;
import chat.snug.ui.network.WireController;
import org.jspecify.annotations.Nullable;

/** Opens the sheets of a network over the window. */
final class NetworkSheets {
    private final Sheets sheets;
    private final Surroundings surroundings;
    private final Messages messages;
    private final ShellViewModel shell;

    NetworkSheets(Sheets sheets, Surroundings surroundings, ShellViewModel shell) {
        this.sheets = sheets;
        this.surroundings = surroundings;
        this.messages = surroundings.messages();
        this.shell = shell;
    }

    /** From now on. */
    void listen() {
        shell.networkProperty().addListener((_, _, now) -> show(now));
    }

    private void show(@Nullable NetworkDoor door) {
        if (door != null) {
            switch (door.part()) {
                case ROOMS -> rooms(door.connection());
                case ACCOUNT -> account(door.connection());
                case WIRE -> wire(door.connection());
            }
        }
    }

    private void rooms(ConnectionViewModel connection) {
        RoomListViewModel rooms = connection.network().rooms();
        Views.Loaded<RoomListController> view = Views.ROOM_LIST.load(messages);
        view.controller().show(rooms, messages, connection.titleProperty().get(), sheets::close);
        rooms.open();
        sheets.open(
                view.root(),
                view.controller()::focus,
                () -> {
                    rooms.close();
                    shell.leaveNetwork();
                });
    }

    private void account(ConnectionViewModel connection) {
        AccountViewModel account = connection.network().account();
        Views.Loaded<AccountController> view = Views.ACCOUNT.load(messages);
        account.open(connection.me());
        surroundings.background().execute(() -> readKey(account));
        view.controller().show(account, messages, sheets::close);
        sheets.open(
                view.root(),
                view.controller()::focus,
                () -> {
                    account.close();
                    shell.leaveNetwork();
                });
    }

    /** In the background: the key is in a file. */
    private void readKey(AccountViewModel account) {
        String fingerprints = surroundings.belongings().key().fingerprints();
        surroundings.events().execute(() -> account.setFingerprints(fingerprints));
    }

    private void wire(ConnectionViewModel connection) {
        Views.Loaded<WireController> view = Views.WIRE.load(messages);
        view.controller()
                .show(
                        connection.network().wire(),
                        messages.text("wire.title", connection.address().display()),
                        sheets::close);
        sheets.open(
                view.root(),
                view.controller()::focus,
                () -> {
                    view.controller().stop();
                    shell.leaveNetwork();
                });
    }
}
