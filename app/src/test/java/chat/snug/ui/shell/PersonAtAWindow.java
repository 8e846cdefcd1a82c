package chat.snug.ui.shell;

import chat.snug.ui.Belongings;
import chat.snug.ui.House;
import chat.snug.ui.Messages;
import chat.snug.ui.Screens;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.UiEvents;
import chat.snug.ui.notify.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody at a whole window of their own, with real connections. Any thread but JavaFX's. */
final class PersonAtAWindow implements AutoCloseable {
    private final Stage stage = new Stage();
    private final House house = new House();
    private final SettingsStore settings;
    private volatile boolean windowClosed;

    /** Shows the window; on the JavaFX thread. */
    PersonAtAWindow(String name, Path folder) throws IOException {
        settings = SettingsStore.in(folder);
        Surroundings surroundings =
                new Surroundings(
                        house,
                        new UiEvents(),
                        task -> Thread.ofPlatform().daemon().start(task),
                        Messages.of(Locale.UK),
                        settings,
                        Belongings.inMemory(),
                        Clock.system(ZoneOffset.UTC));
        new SnugWindow(stage, surroundings, name, _ -> {}, Desktop.none())
                .show(
                        () -> {
                            windowClosed = true;
                            Thread.ofPlatform().start(house::close);
                        });
        stage.setWidth(1100); // the header has a place for the topic
        stage.setHeight(700);
    }

    Scene scene() {
        return stage.getScene();
    }

    boolean windowIsClosed() {
        return windowClosed;
    }

    void type(String selector, String text) {
        TextInputControl field = await(selector, TextInputControl.class);
        onScreen(() -> field.setText(text));
    }

    void click(String selector) {
        Button button = await(selector, Button.class);
        onScreen(button::fire);
    }

    void say(String text) {
        type(".composer-text", text);
        click(".composer-send");
    }

    void toggle(String selector) {
        ButtonBase button = await(selector, ButtonBase.class);
        onScreen(button::fire);
    }

    void closeWindow() {
        onScreen(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    String label(String selector) {
        Label label = await(selector, Label.class);
        return Screens.ask(label::getText);
    }

    /** What a label says from now on, for however short a time. */
    List<String> listenTo(String selector) {
        List<String> said = new CopyOnWriteArrayList<>();
        onScreen(
                () ->
                        ((Label) scene().lookup(selector))
                                .textProperty()
                                .addListener((_, _, now) -> said.add(now)));
        return said;
    }

    /** Waits until a row of the timeline, a label or a cell says this. */
    void waitFor(String selector, String text) throws TimeoutException {
        try {
            waitUntil(() -> shows(selector, text));
        } catch (TimeoutException e) {
            // To see what was there instead.
            onScreen(() -> Screens.shoot(scene(), "missed"));
            throw e;
        }
    }

    private boolean shows(String selector, String text) {
        return scene().getRoot().lookupAll(selector).stream()
                .anyMatch(node -> isShown(node) && textOf(node).contains(text));
    }

    /** Waits until something holds; asked on the JavaFX thread. */
    void waitUntil(BooleanSupplier seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                Screens.PATIENCE_MILLIS,
                TimeUnit.MILLISECONDS,
                () ->
                        WaitForAsyncUtils.waitForAsyncFx(
                                Screens.PATIENCE_MILLIS, seen::getAsBoolean));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String textOf(Node node) {
        if (!node.isVisible()) {
            return "";
        }
        return switch (node) {
            case Text text -> text.getText();
            // In full, where the screen has an ellipsis.
            case Label label -> label.getText();
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream()
                            .map(PersonAtAWindow::textOf)
                            .collect(Collectors.joining());
            default -> "";
        };
    }

    /** Waits until it is to be seen: some are laid out by the next pulse only. */
    private <N extends Node> N await(String selector, Class<N> type) {
        try {
            waitUntil(() -> find(selector, type).isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("no " + selector, e);
        }
        return Screens.ask(() -> find(selector, type).orElseThrow());
    }

    private <N extends Node> Optional<N> find(String selector, Class<N> type) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(node -> type.isInstance(node) && isShown(node))
                .map(type::cast)
                .findFirst();
    }

    private static void onScreen(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, task);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        onScreen(stage::hide);
        house.close();
        settings.close();
    }
}
