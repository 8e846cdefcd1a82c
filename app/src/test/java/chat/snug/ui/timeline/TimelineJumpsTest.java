package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.KeptTalk.lines;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/**
 * Far away and back on the screen: it is never blank, and what is sought is where the eye rests.
 */
@ExtendWith(ScreenExtension.class)
final class TimelineJumpsTest extends TimelineListFixture {
    @Override
    @Start
    void start(Stage stage) {
        super.start(stage);
    }

    private final KeptTalk kept = new KeptTalk(10_000);
    private final List<TimelineRequest> asked = new ArrayList<>();

    private void arrive() {
        act(
                () -> {
                    timeline.setOnRequest(asked::add);
                    timeline.setAnywhere(true);
                    timeline.apply(new Page(Page.Part.NEWEST, null, lines(9_900, 10_000), true));
                });
        host();
    }

    private void host() {
        act(
                () -> {
                    List<TimelineRequest> questions = List.copyOf(asked);
                    asked.clear();
                    questions.forEach(question -> timeline.apply(List.of(kept.answer(question))));
                });
        assertWhole();
    }

    private TimelineRow row(String id) {
        return list.visibleRows().stream()
                .filter(row -> row.item() instanceof Message said && id.equals(said.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSoughtIsInViewAndFlashesAndTheWayBackEndsAtTheNewest() {
        arrive();
        act(() -> timeline.goTo("m500"));
        assertWhole();
        check(() -> assertThat(list.followingProperty().get()).isTrue());
        host();
        check(
                () -> {
                    TimelineRow row = row("m500");
                    assertThat(row.getLayoutY()).isBetween(100.0, 250.0);
                    assertThat(row.getPseudoClassStates())
                            .extracting(Object::toString)
                            .contains("found");
                });
        act(() -> timeline.goToNewest());
        assertWhole();
        host();
        assertAtEnd();
    }

    @Test
    void aDayBeginsAtTheTop() {
        arrive();
        act(() -> timeline.goTo(LocalDate.of(2026, 9, 5)));
        host();
        check(
                () -> {
                    TimelineRow first = list.visibleRows().getFirst();
                    assertThat(first.item()).isInstanceOf(TimelineItem.Day.class);
                    assertThat(first.getLayoutY()).isZero();
                });
    }

    @Test
    void readingOnInBothDirectionsMovesNothing() {
        arrive();
        act(() -> timeline.goTo("m500"));
        host();
        for (int i = 0; i < 30; i++) {
            double distance = i < 15 ? -900 : 1_200;
            scroll(distance);
            var before = tops();
            host();
            var after = tops();
            after.keySet().retainAll(before.keySet());
            assertThat(after).isNotEmpty();
            after.forEach((key, top) -> assertThat(top).isEqualTo(before.get(key)));
        }
    }

    @Test
    void whatIsNotKeptIsSaid() {
        arrive();
        act(() -> timeline.goTo("m500"));
        ReadHistory request = new ReadHistory(Talk.ROOM, ReadHistory.Part.AROUND, "m500", null);
        act(() -> timeline.apply(List.of(new HistoryRead(request, List.of(), false, true))));
        Node hint = Objects.requireNonNull(fx(() -> root.lookup("#timeline-hint")));
        check(() -> assertThat(hint.isVisible()).isTrue());
        assertAtEnd();
    }
}
