package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class UiEventsTest {
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final UiEvents events = new UiEvents(screen::add);
    private final List<List<Integer>> batches = new ArrayList<>();
    private final Consumer<Integer> inbox =
            events.inbox((List<Integer> batch) -> batches.add(List.copyOf(batch)));

    @Test
    void manyEventsAreOnePendingRunAndOneBatch() {
        for (int i = 0; i < 100; i++) {
            inbox.accept(i);
        }
        assertThat(screen).hasSize(1);
        runOne();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(100).isSorted();
        assertThat(screen).isEmpty();
    }

    @Test
    void aFloodIsSpreadOverRuns() {
        int count = 2 * UiEvents.EVENTS_PER_RUN + 1;
        for (int i = 0; i < count; i++) {
            inbox.accept(i);
        }
        runOne();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(UiEvents.EVENTS_PER_RUN);
        assertThat(screen).hasSize(1);
        runOne();
        runOne();
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(count);
        assertThat(screen).isEmpty();
    }

    @Test
    void whatArrivesWhileARunDrainsIsNotLeftLying() {
        Consumer<String> echo = events.inbox((List<String> batch) -> inbox.accept(7));
        echo.accept("x");
        while (!screen.isEmpty()) {
            runOne();
        }
        assertThat(batches).containsExactly(List.of(7));
    }

    @Test
    void theOrderAmongInboxesAndTasksIsKept() {
        List<String> seen = new ArrayList<>();
        Consumer<String> a = events.inbox((List<String> batch) -> seen.add("a" + batch));
        Consumer<String> b = events.inbox((List<String> batch) -> seen.add("b" + batch));
        a.accept("1");
        a.accept("2");
        b.accept("3");
        events.execute(() -> seen.add("task"));
        a.accept("4");
        runOne();
        assertThat(seen).containsExactly("a[1, 2]", "b[3]", "task", "a[4]");
    }

    @Test
    void anExceptionInOneReceiverLosesNothingOfTheOthers() {
        events.execute(
                () -> {
                    throw new IllegalStateException("planted");
                });
        inbox.accept(1);
        assertThatThrownBy(this::runOne).hasMessage("planted");
        runOne();
        assertThat(batches).containsExactly(List.of(1));
    }

    private void runOne() {
        screen.removeFirst().run();
    }
}
