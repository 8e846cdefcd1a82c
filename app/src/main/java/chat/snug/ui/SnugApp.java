package chat.snug.ui;

import javafx.application.Application;
import javafx.stage.Stage;

/** The desktop app: opens the window and lets go of everything when it closes. */
public final class SnugApp extends Application {
    @Override
    public void start(Stage stage) {
        stage.show();
    }
}
