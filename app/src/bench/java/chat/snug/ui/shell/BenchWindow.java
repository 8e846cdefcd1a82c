package chat.snug.ui.shell;

import chat.snug.transcript.Transcripts;
import chat.snug.ui.Belongings;
import chat.snug.ui.House;
import chat.snug.ui.Keepsakes;
import chat.snug.ui.Messages;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.UiEvents;
import chat.snug.ui.notify.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The app's window as the app opens it, for somebody who measures. */
public final class BenchWindow {
    private BenchWindow() {}

    /** Opens it; on the JavaFX thread. */
    public static Scene open(Path folder) throws IOException {
        return open(folder, () -> {});
    }

    /**
     * The same.
     *
     * @param made is run when the window is made and not shown yet
     */
    public static Scene open(Path folder, Runnable made) throws IOException {
        House house = new House();
        SettingsStore settings = SettingsStore.in(folder);
        Stage stage = new Stage();
        UiEvents events = new UiEvents();
        Executor background = task -> Thread.ofPlatform().daemon().start(task);
        Surroundings surroundings =
                new Surroundings(
                        house,
                        events,
                        background,
                        Messages.of(Locale.UK),
                        settings,
                        new Belongings(
                                Keepsakes.inMemory(), Transcripts.none(), background, events),
                        Clock.system(ZoneId.systemDefault()));
        SnugWindow window = new SnugWindow(stage, surroundings, "Bea", _ -> {}, Desktop.none());
        made.run();
        window.show(
                () -> {
                    Thread.ofPlatform().daemon().start(house::close);
                    settings.close();
                });
        background.execute(house::prepare);
        return stage.getScene();
    }
}
