/** The desktop app: a client for any IRC network and the room server in one window. */
module chat.snug.app {
    requires chat.snug.server;
    requires static org.jspecify;
    requires org.slf4j;
    requires com.ongres.scram.client;
    requires com.ongres.scram.common;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires com.google.zxing;
    requires org.freedesktop.dbus;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    exports chat.snug.client;
    exports chat.snug.hosting;
    exports chat.snug.ui;
    exports chat.snug.ui.shell to
            javafx.graphics;

    opens chat.snug.ui to
            javafx.graphics,
            javafx.fxml;
    opens chat.snug.ui.dialogs to
            javafx.fxml;
    opens chat.snug.ui.door to
            javafx.fxml;
    opens chat.snug.ui.hosting to
            javafx.fxml;
    opens chat.snug.ui.invite to
            javafx.fxml;
    opens chat.snug.ui.room to
            javafx.fxml;
    opens chat.snug.ui.shell to
            javafx.fxml;
    opens chat.snug.ui.keys to
            javafx.fxml;
    opens chat.snug.ui.mentions to
            javafx.fxml;
    opens chat.snug.ui.settings to
            javafx.fxml;
    opens chat.snug.ui.switcher to
            javafx.fxml;
    opens chat.snug.ui.start to
            javafx.fxml;
    opens chat.snug.ui.trust to
            javafx.fxml;
    opens chat.snug.ui.timeline to
            javafx.fxml;
    opens chat.snug.ui.composer to
            javafx.fxml;
    opens chat.snug.ui.emoji to
            javafx.fxml;
    opens chat.snug.ui.network to
            javafx.fxml;
    opens chat.snug.ui.people to
            javafx.fxml;
}
