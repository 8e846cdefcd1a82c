package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.Views;
import chat.snug.ui.timeline.Page.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is read stays still, and the end is the end, whatever comes and however high it is. */
@ExtendWith(ApplicationExtension.class)
final class TimelineListTest {
    private static final int KEPT = 2_000;

    private final Random random = new Random(42);
    private int said;
    private TimelineController controller;
    private TimelineViewModel timeline;
    private TimelineList list;
    private Parent root;

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
        stage.show();
    }

    private static TimelineViewModel newTimeline() {
        return new TimelineViewModel(
                Clock.fixed(at("14:30"), ZoneOffset.UTC),
                ZoneOffset.UTC,
                Locale.UK,
                new MemoryLimit(KEPT, Long.MAX_VALUE / 4, KEPT / 10));
    }

    private List<Said> messages(int count) {
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

    private void come(int count) {
        List<Said> messages = messages(count);
        act(() -> timeline.apply(messages));
    }

    private void scroll(double pixels) {
        act(() -> list.scrollBy(pixels));
    }

    private void resize(double width, double height) {
        act(() -> root.resize(width, height));
    }

    /** Does something and lays out, as the next pulse would. */
    private void act(Runnable action) {
        fx(
                () -> {
                    action.run();
                    root.applyCss();
                    root.layout();
                    return null;
                });
    }

    private void check(Runnable assertions) {
        fx(
                () -> {
                    root.layout();
                    assertions.run();
                    return null;
                });
    }

    private static <T> T fx(Callable<T> callable) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, callable);
    }

    /** The tops of all rows in view, by key. */
    private Map<Long, Double> tops() {
        return fx(
                () -> {
                    root.layout();
                    Map<Long, Double> tops = new LinkedHashMap<>();
                    list.visibleRows().forEach(row -> tops.put(row.item().key(), row.getLayoutY()));
                    return tops;
                });
    }

    private void assertAtEnd() {
        check(
                () -> {
                    TimelineRow last = list.visibleRows().getLast();
                    assertThat(last.item()).isEqualTo(timeline.items().getLast());
                    Bounds bounds = last.getBoundsInParent();
                    assertThat(bounds.getMaxY()).isEqualTo(list.getHeight());
                });
    }

    /** Rows stand below each other without a gap or an overlap, and fill the view. */
    private void assertWhole() {
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

    @Test
    void aFewSitAtTheBottom() {
        come(2);

        assertAtEnd();
        assertThat(tops().values().iterator().next()).isPositive();
    }

    @Test
    void theLastOfAThousandIsFullyInView() {
        come(1_000);
        assertAtEnd();
        assertWhole();
        for (int i = 0; i < 20; i++) {
            come(1 + random.nextInt(40));
            assertAtEnd();
            assertWhole();
        }
    }

    @Test
    void whatIsReadStaysStillWhenSomethingComes() {
        come(1_000);
        scroll(-3_333);
        Map<Long, Double> before = tops();
        come(1);
        assertThat(tops()).isEqualTo(before);
        come(500);
        assertThat(tops()).isEqualTo(before);
        assertThat(fx(() -> timeline.newBelowProperty().get())).isEqualTo(501);
    }

    @Test
    void whatIsReadStaysStillWhenTheOldestGo() {
        come(KEPT + KEPT / 10 - 10);
        scroll(-777);
        Map<Long, Double> before = tops();
        long first = timeline.items().getFirst().key();
        come(20);

        assertThat(timeline.items().getFirst().key()).isNotEqualTo(first);
        assertThat(timeline.items()).hasSizeLessThanOrEqualTo(KEPT + KEPT / 10);
        assertThat(tops()).isEqualTo(before);
    }

    @Test
    void whatIsReadStaysStillWhenSomethingOlderComes() {
        come(300);
        scroll(-2_000);
        Map<Long, Double> before = tops();
        act(
                () ->
                        timeline.apply(
                                List.of(said(at("00:00").plusSeconds(1), "late", "Dara", "late"))));

        assertThat(tops()).isEqualTo(before);
    }

    @Test
    void whatIsReadStaysStillWhenPagesComeAbove() {
        List<List<Said>> pages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pages.add(messages(100));
        }
        act(() -> timeline.apply(page(Part.NEWEST, pages.removeLast())));
        for (int at : new int[] {0, -40, 300, 700, 5_000, 0, 20, 1_500}) {
            // To the top, and back down a little.
            scroll(-1e6);
            scroll(at);
            Map<Long, Double> before = tops();
            act(() -> timeline.apply(page(Part.EARLIER, pages.removeLast())));
            assertWhole();
            Map<Long, Double> after = tops();
            assertThat(rowsThatMoved(before, after)).as("scrolled " + at).isLessThanOrEqualTo(2);
            assertThat(after.values()).containsAll(lastOf(before));
        }
    }

    /** Rows at the seam may lose their name or their day; nothing below them may move. */
    private static long rowsThatMoved(Map<Long, Double> before, Map<Long, Double> after) {
        return before.entrySet().stream()
                .filter(row -> !row.getValue().equals(after.get(row.getKey())))
                .count();
    }

    private static List<Double> lastOf(Map<Long, Double> tops) {
        List<Double> all = List.copyOf(tops.values());
        return all.subList(Math.min(all.size() - 1, 4), all.size());
    }

    private static Page page(Part part, List<Said> events) {
        return new Page(part, null, events, true);
    }

    @Test
    void aPageIsAskedForBeforeTheTopIsReached() {
        List<TimelineRequest> asked = new ArrayList<>();
        timeline.setOnRequest(asked::add);
        List<Said> first = messages(400);
        act(() -> timeline.apply(page(Part.NEWEST, first)));
        scroll(-1_000);
        assertThat(asked).isEmpty();
        act(() -> list.showAt(Paging.NEAR - 10, 0));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst()).isInstanceOf(TimelineRequest.Earlier.class);
    }

    @Test
    void whatComesAtOnceWhenItIsAskedForIsLaidOutAtOnce() {
        List<List<Said>> pages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pages.add(messages(100));
        }
        timeline.setOnRequest(
                request -> {
                    if (request instanceof TimelineRequest.Earlier && !pages.isEmpty()) {
                        timeline.apply(page(Part.EARLIER, pages.removeLast()));
                    }
                });
        act(() -> timeline.apply(page(Part.NEWEST, pages.removeLast())));
        scroll(-1e6);
        assertWhole();
        scroll(-1e6);
        assertWhole();
        assertThat(pages).isEmpty();
    }

    @Test
    void aPartOfThePastIsNotFollowed() {
        List<Said> old = messages(100);
        act(() -> timeline.apply(page(Part.AROUND, old)));
        scroll(1e6);
        assertThat(fx(() -> list.followingProperty().get())).isFalse();
        Map<Long, Double> before = tops();
        List<Said> later = messages(50);
        act(
                () -> {
                    timeline.inView(99, 101);
                    timeline.apply(page(Part.LATER, later));
                });
        assertWhole();
        assertThat(tops()).containsAllEntriesOf(withoutLast(before));
    }

    private static Map<Long, Double> withoutLast(Map<Long, Double> tops) {
        Map<Long, Double> rest = new LinkedHashMap<>(tops);
        rest.remove(List.copyOf(tops.keySet()).getLast());
        return rest;
    }

    @Test
    void whatWasLookedForIsBroughtIntoView() {
        come(500);
        String id = ((TimelineItem.Message) timeline.items().get(250)).id();
        act(() -> timeline.goTo(id == null ? "" : id));
        assertWhole();
        check(
                () -> {
                    TimelineRow row =
                            Objects.requireNonNull(list.rowOf(timeline.items().get(250).key()));
                    assertThat(row.getPseudoClassStates().toString()).contains("found");
                });
    }

    @Test
    void whoeverReadsWhatIsForgottenStandsAtTheOldest() {
        come(KEPT);
        scroll(-1e7);
        come(KEPT);

        assertWhole();
        assertThat(fx(() -> list.firstVisible())).isZero();
    }

    @Test
    void scrollingGoesThroughEverythingWithoutAGap() {
        come(400);
        List<Long> keys = new ArrayList<>();
        int turns = 0;
        while (fx(() -> list.firstVisible() > 0 || list.firstVisibleTop() < 0) && turns++ < 500) {
            scroll(-137);
            assertWhole();
            tops().keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        }
        assertThat(keys).hasSizeGreaterThan(380);
        while (!fx(() -> list.followingProperty().get()) && turns++ < 1_000) {
            scroll(213);
            assertWhole();
        }
        assertAtEnd();
    }

    @Test
    void theEndStaysTheEndWhateverTheWindowsSize() {
        come(300);
        for (int[] size : new int[][] {{500, 400}, {900, 640}, {420, 300}, {700, 500}}) {
            resize(size[0], size[1]);
            assertWhole();
            assertAtEnd();
        }
    }

    @Test
    void theFirstRowInViewStaysThereWhenTheWindowGetsNarrower() {
        come(300);
        scroll(-1_500);
        long first = tops().keySet().iterator().next();
        resize(450, 500);

        assertThat(tops().keySet().iterator().next()).isEqualTo(first);
        assertWhole();
    }

    @Test
    void theBarGoesToBothEnds() {
        come(500);
        ScrollBar bar = fx(() -> (ScrollBar) list.lookup(".scroll-bar"));
        assertThat(bar.getValue()).isEqualTo(1);
        act(() -> bar.setValue(0.5));
        assertWhole();
        assertThat(fx(() -> list.firstVisible())).isBetween(200, 300);
        assertThat(bar.getValue()).isBetween(0.45, 0.55);
        act(() -> bar.setValue(0));
        assertThat(fx(() -> list.firstVisible())).isZero();
        assertThat(fx(() -> list.firstVisibleTop())).isZero();
        act(() -> bar.setValue(1));
        assertAtEnd();
    }

    @Test
    void theKeyboardGoesThroughTheRows(FxRobot robot) {
        come(100);
        act(() -> list.requestFocus());
        robot.type(KeyCode.UP);
        assertThat(list.currentProperty().get()).isEqualTo(100);
        robot.type(KeyCode.UP, 30);
        assertThat(list.currentProperty().get()).isEqualTo(70);
        assertCurrentInView();
        robot.type(KeyCode.HOME);
        assertThat(list.currentProperty().get()).isZero();
        assertCurrentInView();
        robot.type(KeyCode.DOWN, 25);
        assertCurrentInView();
        long current = timeline.items().get(25).key();
        come(10);
        assertThat(timeline.items().get(list.currentProperty().get()).key()).isEqualTo(current);
        robot.type(KeyCode.PAGE_DOWN);
        assertWhole();
        robot.type(KeyCode.ESCAPE);
        assertAtEnd();
    }

    private void assertCurrentInView() {
        check(
                () -> {
                    TimelineItem current = timeline.items().get(list.currentProperty().get());
                    TimelineRow row =
                            list.visibleRows().stream()
                                    .filter(r -> r.item().key() == current.key())
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(row.getLayoutY()).isGreaterThanOrEqualTo(0);
                    assertThat(row.getLayoutY() + row.getHeight())
                            .isLessThanOrEqualTo(list.getHeight());
                });
    }

    @Test
    void eachConversationIsShownWhereItWasLeft() {
        come(500);
        scroll(-2_222);
        Map<Long, Double> before = tops();
        TimelineViewModel other = newTimeline();
        List<Said> messages = messages(50);
        act(
                () -> {
                    other.apply(messages);
                    controller.show(other);
                });
        check(
                () -> {
                    assertThat(list.visibleRows().getLast().item())
                            .isEqualTo(other.items().getLast());
                    assertThat(list.followingProperty().get()).isTrue();
                });
        come(10);
        act(() -> controller.show(timeline));

        assertThat(tops()).isEqualTo(before);
        assertThat(fx(() -> timeline.newBelowProperty().get())).isEqualTo(10);
        assertThat(other.atEndProperty().get()).isTrue();
    }

    @Test
    void onlyWhatIsInViewHasNodes() {
        come(2_000);
        scroll(-5_000);
        scroll(-5_000);
        scroll(9_000);

        assertThat(fx(() -> list.getChildrenUnmodifiable().size())).isLessThan(80);
    }
}
