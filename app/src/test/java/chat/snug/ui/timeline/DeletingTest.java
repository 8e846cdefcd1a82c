package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.mine;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Feature;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import chat.snug.ui.emoji.EmojiShelf;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is done to messages of others: deleted after a question, and reacted to with any emoji. */
@ExtendWith(ScreenExtension.class)
final class DeletingTest {
    private final List<TimelineRequest> asked = new ArrayList<>();
    private TimelineViewModel timeline;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Messages messages = Messages.of(Locale.ENGLISH);
        Views.Loaded<TimelineController> loaded = Views.TIMELINE.load(messages);
        loaded.controller().setEmoji(new EmojiShelf(Runnable::run, Runnable::run), messages);
        timeline =
                new TimelineViewModel(
                        Clock.fixed(at("14:30"), ZoneOffset.UTC), ZoneOffset.UTC, Locale.UK);
        timeline.choices().setFeatures(EnumSet.allOf(Feature.class));
        timeline.choices().setModerator(true);
        timeline.setOnRequest(asked::add);
        loaded.controller().show(timeline);
        scene = new Scene(loaded.root(), 700, 520);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
        timeline.apply(
                List.of(
                        said(at("14:00"), "b", "Ben", "oops, wrong room"),
                        mine("14:01", "m", "never mind")));
    }

    private Message message(int fromEnd) {
        List<TimelineItem> items = timeline.items();
        return (Message) items.get(items.size() - 1 - fromEnd);
    }

    @Test
    void whatOthersSaidIsDeletedOnceThatIsConfirmed(FxRobot robot) {
        robot.interact(() -> timeline.choices().delete(message(1)));
        assertThat(asked).isEmpty();
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS, () -> Screens.shoot(scene, "timeline-delete-question"));
        assertThat(robot.lookup("#delete-no").query().isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#delete-question").tryQuery()).isEmpty();
        assertThat(asked).isEmpty();

        robot.interact(() -> timeline.choices().delete(message(1)));
        robot.clickOn("#delete-yes");
        assertThat(asked).containsExactly(new TimelineRequest.Delete("b"));
    }

    @Test
    void whatISaidMyselfGoesAtOnce(FxRobot robot) {
        robot.interact(() -> timeline.choices().delete(message(0)));
        assertThat(asked).containsExactly(new TimelineRequest.Delete("m"));
    }

    @Test
    void anyEmojiIsAReaction(FxRobot robot) {
        robot.moveTo("oops, wrong room");
        robot.clickOn("#message-toolbar > #react").clickOn("#react-other");
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("pinata").type(KeyCode.ENTER);
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        TimelineRequest.React.class,
                        react -> {
                            assertThat(react.id()).isEqualTo("b");
                            assertThat(react.what()).isNotBlank();
                        });
    }
}
