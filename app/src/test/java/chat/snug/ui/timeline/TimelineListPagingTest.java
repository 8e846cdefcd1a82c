package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.timeline.Page.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

/** Pages of history come in without moving what is read, and before anybody misses them. */
@ExtendWith(ScreenExtension.class)
final class TimelineListPagingTest extends TimelineListFixture {
    @Override
    @Start
    void start(Stage stage) {
        super.start(stage);
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
        act(
                () -> {
                    timeline.setAnywhere(true);
                    timeline.goTo("m0");
                    timeline.apply(new Page(Part.AROUND, "m0", old, true));
                });
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
}
