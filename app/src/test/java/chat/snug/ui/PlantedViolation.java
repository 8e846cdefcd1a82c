package chat.snug.ui;

import chat.snug.net.Connection;
import chat.snug.protocol.Message;
import chat.snug.server.ChatServer;
import javafx.application.Platform;
import org.freedesktop.dbus.DBusPath;
import org.jspecify.annotations.Nullable;

/** What no class of this package may look like; proves that the architecture rules can fail. */
public final class PlantedViolation {
    @Nullable Connection socket;
    @Nullable Message line;
    @Nullable ChatServer server;
    @Nullable DBusPath bus;

    static void jumpsTheQueue(Runnable task) {
        Platform.runLater(task);
    }
}
