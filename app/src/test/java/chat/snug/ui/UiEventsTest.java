package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class UiEventsTest {
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private long now;
    private final UiEvents events = new UiEvents(screen::add, () -> now);
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
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSize(UiEvents.EVENTS_AT_ONCE));
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(UiEvents.EVENTS_PER_RUN);
        assertThat(screen).hasSize(1);
        runOne();
        runOne();
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(count);
        assertThat(screen).isEmpty();
    }

    @Test
    void aSlowReceiverLetsTheScreenDrawAfterEachBatch() {
        List<Integer> sizes = new ArrayList<>();
        Consumer<Integer> slow =
                events.inbox(
                        (List<Integer> batch) -> {
                            sizes.add(batch.size());
                            now += UiEvents.NANOS_PER_RUN;
                        });
        for (int i = 0; i < 2 * UiEvents.EVENTS_AT_ONCE; i++) {
            slow.accept(i);
        }
        runOne();
        assertThat(sizes).containsExactly(UiEvents.EVENTS_AT_ONCE);
        assertThat(screen).hasSize(1);
        runOne();
        assertThat(sizes).hasSize(2);
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

    /** A host that sends as fast as it can, until its tap is closed. */
    private static final class Flood implements UiEvents.Tap {
        private boolean open = true;
        private int closings;
        private int openings;

        @Override
        public void close() {
            closings += open ? 1 : 0;
            open = false;
        }

        @Override
        public void open() {
            assertThat(open).isFalse();
            open = true;
            openings++;
        }
    }

    @Test
    void aFloodIsHeldBackAndNothingOfItIsLost() {
        Flood flood = new Flood();
        List<Integer> seen = new ArrayList<>();
        Consumer<Integer> bounded =
                events.inbox((List<Integer> batch) -> seen.addAll(batch), flood, _ -> 1);
        int count = 1_000_000;
        int sent = 0;
        int most = 0;
        while (sent < count) {
            while (flood.open && sent < count) {
                bounded.accept(sent++);
            }
            most = Math.max(most, sent - seen.size());
            assertThat(screen).hasSize(1);
            runOne();
        }
        while (!screen.isEmpty()) {
            runOne();
        }

        assertThat(most).isEqualTo(UiEvents.HIGH_WATER);
        assertThat(flood.closings).isEqualTo(flood.openings).isGreaterThan(100);
        assertThat(seen).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat((int) seen.get(i)).isEqualTo(i);
        }
    }

    @Test
    void whatStillFlowsAfterTheTapWasClosedIsKept() {
        Flood flood = new Flood();
        List<Integer> seen = new ArrayList<>();
        Consumer<Integer> bounded =
                events.inbox((List<Integer> batch) -> seen.addAll(batch), flood, _ -> 1);
        int count = UiEvents.HIGH_WATER + 2_500;
        for (int i = 0; i < count; i++) {
            bounded.accept(i);
        }
        assertThat(flood.open).isFalse();
        while (!screen.isEmpty()) {
            boolean low = count - seen.size() <= UiEvents.LOW_WATER;
            assertThat(flood.open).isEqualTo(low);
            runOne();
        }

        assertThat(seen).hasSize(count);
        assertThat(flood.closings).isEqualTo(1);
    }

    @Test
    void whatHoldsMuchCountsAsMuch() {
        Flood flood = new Flood();
        Consumer<Integer> bounded =
                events.inbox((List<Integer> batch) -> batches.add(batch), flood, size -> size);
        bounded.accept(UiEvents.HIGH_WATER - 1);
        assertThat(flood.open).isTrue();
        bounded.accept(1);
        assertThat(flood.open).isFalse();
        runOne();
        assertThat(flood.open).isTrue();
    }

    @Test
    void onlyTheTapOfTheHostThatFloodsIsClosed() {
        Flood loud = new Flood();
        Flood calm = new Flood();
        Consumer<Integer> one = events.inbox((List<Integer> batch) -> {}, loud, _ -> 1);
        Consumer<Integer> other = events.inbox((List<Integer> batch) -> {}, calm, _ -> 1);
        for (int i = 0; i < UiEvents.HIGH_WATER; i++) {
            one.accept(i);
        }
        other.accept(1);

        assertThat(loud.open).isFalse();
        assertThat(calm.open).isTrue();
    }

    @Test
    void aFloodFromAnotherThreadEndsWithAnOpenTap() throws InterruptedException {
        Semaphore flowing = new Semaphore(1);
        UiEvents.Tap tap =
                new UiEvents.Tap() {
                    @Override
                    public void close() {
                        assertThat(flowing.tryAcquire() || flowing.availablePermits() == 0)
                                .isTrue();
                    }

                    @Override
                    public void open() {
                        flowing.release();
                    }
                };
        BlockingQueue<Runnable> runs = new LinkedBlockingQueue<>();
        UiEvents threaded = new UiEvents(runs::add);
        int count = 300_000;
        List<Integer> seen = new ArrayList<>();
        Consumer<Integer> bounded =
                threaded.inbox((List<Integer> batch) -> seen.addAll(batch), tap, _ -> 1);
        Thread host =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < count; i++) {
                                        if (i % 64 == 0) {
                                            // A read waits until the tap is open.
                                            flowing.acquireUninterruptibly();
                                            flowing.release();
                                        }
                                        bounded.accept(i);
                                    }
                                });
        while (seen.size() < count) {
            runs.take().run();
        }
        host.join();

        assertThat(seen).isSorted();
        assertThat(flowing.availablePermits()).isEqualTo(1);
    }

    private void runOne() {
        screen.removeFirst().run();
    }
}
