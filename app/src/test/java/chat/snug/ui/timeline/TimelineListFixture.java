package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A timeline in a window, laid out when a test says so. */
@ExtendWith(ScreenExtension.class)
abstract class TimelineListFixture {
    static final int KEPT = 2_000;

    final Random random = new Random(42);
    int said;
    TimelineController controller;
    TimelineViewModel timeline;
    TimelineList list;
    Parent root;

    @Start
    void start(Stage stage) {
        Views.Loaded<TimelineController> loaded = Views.TIMELINE.load(Messages.of(Locale.ENGLISH));
        controller = loaded.controller();
        timeline = newTimeline();
        controller.show(timeline);
        list = (TimelineList) loaded.root().lookup("#list");
        root = loaded.root();
        // Sized by hand, not by the window, so that each layout is one that a test asked for.
        root.setManaged(false);
        root.resize(700, 500);
        Scene scene = new Scene(new Pane(root), 900, 640);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    static TimelineViewModel newTimeline() {
        return new TimelineViewModel(
                Clock.fixed(at("14:30"), ZoneOffset.UTC),
                ZoneOffset.UTC,
                Locale.UK,
                new MemoryLimit(KEPT, Long.MAX_VALUE / 4, KEPT / 10));
    }

    List<Said> messages(int count) {
        List<Said> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = at("00:00").plusSeconds(said * 20L);
            String words = "word ".repeat(1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 20));
            messages.add(
                    said(
                            time,
                            "m" + said,
                            random.nextBoolean() ? "Ben" : "Cleo",
                            said + " " + words));
            said++;
        }
        return messages;
    }

    void come(int count) {
        List<Said> messages = messages(count);
        act(() -> timeline.apply(messages));
    }

    void scroll(double pixels) {
        act(() -> list.scrollBy(pixels));
    }

    void resize(double width, double height) {
        act(() -> root.resize(width, height));
    }

    /** Does something and lays out, as the next pulse would. */
    void act(Runnable action) {
        fx(
                () -> {
                    action.run();
                    root.applyCss();
                    root.layout();
                    return null;
                });
    }

    void check(Runnable assertions) {
        fx(
                () -> {
                    root.layout();
                    assertions.run();
                    return null;
                });
    }

    static <T> T fx(Callable<T> callable) {
        return WaitForAsyncUtils.waitForAsyncFx(Screens.PATIENCE_MILLIS, callable);
    }

    /** The tops of all rows in view, by key. */
    Map<Long, Double> tops() {
        return fx(
                () -> {
                    root.layout();
                    Map<Long, Double> tops = new LinkedHashMap<>();
                    list.visibleRows().forEach(row -> tops.put(row.item().key(), row.getLayoutY()));
                    return tops;
                });
    }

    void assertAtEnd() {
        check(
                () -> {
                    TimelineRow last = list.visibleRows().getLast();
                    assertThat(last.item()).isEqualTo(timeline.items().getLast());
                    Bounds bounds = last.getBoundsInParent();
                    assertThat(bounds.getMaxY()).isEqualTo(list.getHeight());
                });
    }

    /** Rows stand below each other without a gap or an overlap, and fill the view. */
    void assertWhole() {
        check(
                () -> {
                    List<TimelineRow> rows = list.visibleRows();
                    double expected = rows.getFirst().getLayoutY();
                    int index = timeline.items().indexOf(rows.getFirst().item());
                    assertThat(expected).isLessThanOrEqualTo(0);
                    for (TimelineRow row : rows) {
                        assertThat(row.getLayoutY()).isEqualTo(expected);
                        assertThat(row.item()).isEqualTo(timeline.items().get(index++));
                        assertThat(row.getHeight()).isEqualTo(row.prefHeight(row.getWidth()));
                        expected += row.getHeight();
                    }
                    assertThat(expected).isGreaterThanOrEqualTo(list.getHeight());
                });
    }
}
