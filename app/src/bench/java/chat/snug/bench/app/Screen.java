package chat.snug.bench.app;

import chat.snug.ui.shell.BenchWindow;
import chat.snug.ui.timeline.TimelineProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** Somebody in front of the app's window. Any thread but JavaFX's. */
final class Screen implements AutoCloseable {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 750;
    private static final long PATIENCE_SECONDS = 60;

    private final Scene scene;
    private final TimelineProbe timeline;

    Screen(Path settings) {
        scene = on(() -> BenchWindow.open(settings));
        on(
                () -> {
                    scene.getWindow().setWidth(WIDTH);
                    scene.getWindow().setHeight(HEIGHT);
                    return true;
                });
        timeline = on(() -> new TimelineProbe(scene));
    }

    /** Does something on the JavaFX thread and waits for it, however often it is interrupted. */
    static <T> T on(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception | AssertionError e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    Scene scene() {
        return scene;
    }

    TimelineProbe timeline() {
        return timeline;
    }

    /** A name is its owner's, and each window has a key of its own. */
    static String newName() {
        return "bea" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    /** Comes into a room, and is there when the timeline shows so many messages. */
    void join(int port, String room, int messages) throws IOException, InterruptedException {
        on(
                () -> {
                    field("#start-name").setText(newName());
                    field("#join-address").setText("127.0.0.1:" + port + "/" + room);
                    find("#join-join", Button.class).fire();
                    return true;
                });
        await(() -> timeline.messagesInView() >= messages ? 1 : -1);
        on(
                () -> {
                    composer().requestFocus();
                    return true;
                });
    }

    void say(String text) {
        on(
                () -> {
                    composer().setText(text);
                    find(".composer-send", Button.class).fire();
                    return true;
                });
    }

    /** Waits until a number is not negative, and returns it. */
    long await(LongSupplier number) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            long now = on(number::getAsLong);
            if (now >= 0) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new IOException("it did not come in " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** On the JavaFX thread. */
    TextInputControl composer() {
        return field(".composer-text");
    }

    /** On the JavaFX thread. */
    void press(KeyCode code, boolean alt) {
        Node focused = scene.getFocusOwner();
        Event.fireEvent(
                focused == null ? scene.getRoot() : focused,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
    }

    /** On the JavaFX thread. */
    TextInputControl field(String selector) {
        return find(selector, TextInputControl.class);
    }

    /** On the JavaFX thread. */
    <N extends Node> N find(String selector, Class<N> type) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + selector));
    }

    @Override
    public void close() {
        on(
                () -> {
                    Window window = scene.getWindow();
                    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                    window.hide();
                    return true;
                });
    }
}
