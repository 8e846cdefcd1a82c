package chat.snug.ui.shell;

import chat.snug.hosting.PlatformFolder;
import chat.snug.transcript.Transcripts;
import chat.snug.ui.Belongings;
import chat.snug.ui.House;
import chat.snug.ui.Keepsakes;
import chat.snug.ui.Messages;
import chat.snug.ui.Passwords;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.UiEvents;
import chat.snug.ui.notify.ProgramDesktop;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desktop app: puts everything together, opens the window, and takes the one road out.
 *
 * <p>Closing the window, SIGINT and SIGTERM all end in {@link #goodbye}: everyone is told, what is
 * queued is sent, sockets close, settings are written. That happens on a thread of its own, within
 * seconds, and never on the JavaFX thread.
 */
public final class SnugApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(SnugApp.class);

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> LOG.error("A bug on {}; please report it", thread.getName(), e));
        // The window is gone before the goodbyes are said: the app ends when they are.
        Platform.setImplicitExit(false);
        try {
            open(stage, new House(PlatformFolder.DATA.ofSystem()), SettingsStore.ofSystem());
        } catch (IOException e) {
            LOG.error("The system gives no network to Snug: are too many files open?", e);
            Platform.exit();
        }
    }

    private void open(Stage stage, House house, SettingsStore settings) {
        Executor background =
                task -> Thread.ofPlatform().daemon().name("snug-background").start(task);
        UiEvents events = new UiEvents();
        Transcripts transcripts =
                Transcripts.in(PlatformFolder.DATA.ofSystem().resolve("transcripts"));
        Belongings belongings =
                new Belongings(
                        Keepsakes.ofSystem(events),
                        Passwords.ofSystem(events),
                        transcripts,
                        house.key(),
                        background,
                        events);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("snug-signal")
                                .unstarted(() -> goodbye(house, settings, belongings)));
        Surroundings surroundings =
                new Surroundings(
                        house,
                        events,
                        background,
                        Messages.ofSystem(),
                        settings,
                        belongings,
                        Clock.system(ZoneId.systemDefault()));
        ProgramDesktop desktop =
                new ProgramDesktop(
                        Objects.requireNonNullElse(System.getenv("PATH"), ""),
                        surroundings.messages().text("notify.open"));
        new SnugWindow(
                        stage,
                        surroundings,
                        System.getProperty("user.name", ""),
                        page -> getHostServices().showDocument(page.toString()),
                        desktop)
                .show(
                        () -> {
                            desktop.close();
                            Thread.ofPlatform()
                                    .name("snug-goodbye")
                                    .start(() -> endAfterGoodbye(house, settings, belongings));
                        });
        // Not before: the window needs the processor.
        background.execute(house::prepare);
    }

    private static void endAfterGoodbye(
            House house, SettingsStore settings, Belongings belongings) {
        try {
            goodbye(house, settings, belongings);
        } finally {
            Platform.exit();
        }
    }

    /** Any thread but JavaFX's; whoever comes second waits for the first. */
    private static void goodbye(House house, SettingsStore settings, Belongings belongings) {
        house.close();
        settings.close();
        belongings.close();
    }
}
