package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.mention;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Code, formatting, and selecting words with the mouse. */
@ExtendWith(ScreenExtension.class)
final class MessageTextScreenTest {
    private TimelineViewModel timeline;
    private TimelineList list;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Views.Loaded<TimelineController> loaded = Views.TIMELINE.load(Messages.of(Locale.ENGLISH));
        timeline =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
        timeline.setMe("Mei");
        loaded.controller().show(timeline);
        list = (TimelineList) loaded.root().lookup("#list");
        scene = new Scene(loaded.root(), 816, 660);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
        timeline.apply(
                List.of(
                        said(
                                "14:00",
                                "Ben",
                                """
                                Call `select()` once:
                                ```java
                                while (open) {
                                    selector.select(this::ready);
                                }
                                ```
                                and never block.\
                                """),
                        said("14:02", "Cleo", "alpha beta gamma 👍 delta"),
                        said("14:03", "Dara", "second message"),
                        said(
                                "14:09",
                                "Eve",
                                "\u0002bold\u0002 \u001ditalic\u001d \u001funder\u001f"
                                    + " \u001estrike\u001e \u0011mono\u0011 \u00034red\u0003"
                                    + " \u00038yellow\u0003 \u00030white\u0003 \u00031black\u0003"
                                    + " \u00031,8 on yellow \u0003 \u0016 reverse \u0016"),
                        mention("14:10", "Finn", "@Mei look \u0002now\u0002")));
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
    }

    /** On the JavaFX thread. */
    private MessageRow row(int message) {
        return list.visibleRows().stream()
                .filter(MessageRow.class::isInstance)
                .map(MessageRow.class::cast)
                .toList()
                .get(message);
    }

    /** The middle of the line that the words of a message begin with, {@code x} pixels in. */
    private Point2D onWords(int message, double x) {
        return Screens.ask(
                () ->
                        Objects.requireNonNull(row(message).lookup(".message-text"))
                                .localToScreen(x, 8));
    }

    private String copied(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        return WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void looksLikeCodeAndColours() {
        settle();
        shoot(scene, "timeline-formatting");
        assertThat(Screens.ask(() -> row(0).lookupAll(".code-block"))).hasSize(1);
    }

    @Test
    void codeIsCopiedWithItsButton(FxRobot robot) {
        settle();
        robot.clickOn(Screens.ask(() -> row(0).lookup(".code-copy")));
        assertThat(
                        WaitForAsyncUtils.waitForAsyncFx(
                                Screens.PATIENCE_MILLIS,
                                () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("while (open) {\n    selector.select(this::ready);\n}");
    }

    @Test
    void wordsAreSelectedByDraggingAndClicking(FxRobot robot) {
        settle();
        robot.drag(onWords(1, 1), MouseButton.PRIMARY).dropTo(onWords(1, 40));
        settle();
        assertThat(copied(robot)).startsWith("al").hasSizeBetween(3, 9);

        robot.drag(onWords(1, 1), MouseButton.PRIMARY).dropTo(onWords(2, 600));
        settle();
        shoot(scene, "timeline-selected");
        assertThat(copied(robot)).endsWith("delta\nDara: second message").startsWith("Cleo: ");

        robot.moveTo(onWords(2, 3)).doubleClickOn(MouseButton.PRIMARY);
        settle();
        assertThat(copied(robot)).isEqualTo("second");
        robot.clickOn(onWords(1, 1)); // the clicks are counted anew
        robot.moveTo(onWords(2, 3)).doubleClickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        settle();
        assertThat(copied(robot)).isEqualTo("second message");
    }

    private static void shoot(Scene shown, String name) {
        WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, () -> Screens.shoot(shown, name));
    }
}
