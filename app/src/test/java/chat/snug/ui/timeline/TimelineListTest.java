package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.ScreenExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is read stays still, and the end is the end, whatever comes and however high it is. */
@ExtendWith(ScreenExtension.class)
final class TimelineListTest extends TimelineListFixture {
    @Override
    @Start
    void start(Stage stage) {
        super.start(stage);
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

    @Test
    void rowsThatHaveGrownLargeAreNotKept() {
        come(100);
        for (int i = 0; i < 40; i++) {
            Said large = said("14:00", "Ben", "سلام ".repeat(400));
            act(() -> timeline.apply(List.of(large)));
        }
        assertThat(fx(() -> nodes(list))).isLessThan(3_000);
    }

    private static int nodes(Parent parent) {
        int nodes = 0;
        for (Node node : parent.getChildrenUnmodifiable()) {
            nodes += 1 + (node instanceof Parent inner ? nodes(inner) : 0);
        }
        return nodes;
    }
}
