package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerQueueTest {
    private long now = Long.MAX_VALUE - 5;
    private final TimerQueue timers = new TimerQueue(() -> now);
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsWhatIsDueInTheOrderOfItsTime() {
        timers.schedule(30, () -> ran.add("third"));
        timers.schedule(10, () -> ran.add("first"));
        timers.schedule(20, () -> ran.add("second"));
        timers.schedule(31, () -> ran.add("later"));
        now += 30;
        runDue();
        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(timers.nanosUntilNext(now)).isEqualTo(1);
    }

    @Test
    void runsWhatIsDueAtTheSameTimeInTheOrderOfScheduling() {
        for (int i = 0; i < 20; i++) {
            String name = "timer " + i;
            timers.schedule(7, () -> ran.add(name));
        }
        now += 7;
        runDue();
        assertThat(ran).hasSize(20).startsWith("timer 0", "timer 1").endsWith("timer 19");
    }

    @Test
    void doesNotRunWhatWasCancelled() {
        Timer cancelled = timers.schedule(1, () -> ran.add("cancelled"));
        timers.schedule(1, () -> ran.add("kept"));
        cancelled.cancel();
        cancelled.cancel();
        now += 1;
        runDue();
        assertThat(ran).containsExactly("kept");
        assertThat(cancelled.isPending()).isFalse();
    }

    @Test
    void knowsWhetherATimerIsPending() {
        Timer timer = timers.schedule(1, () -> ran.add("run"));
        assertThat(timer.isPending()).isTrue();
        now += 1;
        runDue();
        assertThat(timer.isPending()).isFalse();
        timer.cancel();
        assertThat(timers.size()).isZero();
    }

    @Test
    void aNegativeDelayMeansAtOnce() {
        timers.schedule(-5, () -> ran.add("run"));
        assertThat(timers.nanosUntilNext(now)).isZero();
        runDue();
        assertThat(ran).containsExactly("run");
    }

    @Test
    void whatIsScheduledMeanwhileIsForTheNextTurn() {
        timers.schedule(0, () -> ran.add("old"));
        long next = timers.next();
        timers.schedule(0, () -> ran.add("new"));

        Timer first = timers.pollDue(now, next);

        assertThat(first).isNotNull();
        assertThat(timers.pollDue(now, next)).isNull();
        assertThat(timers.nanosUntilNext(now)).isZero();
        runDue();
        assertThat(ran).containsExactly("new");
    }

    @Test
    void anEmptyQueueIsDueNever() {
        assertThat(timers.nanosUntilNext(now)).isEqualTo(Long.MAX_VALUE);
        assertThat(timers.pollDue(now, Long.MAX_VALUE)).isNull();
    }

    @Test
    void keepsTheOrderWhateverIsScheduledAndCancelled() {
        Random random = new Random(20261121);
        List<Timer> pending = new ArrayList<>();
        List<Timer> due = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> pending.add(timers.schedule(random.nextInt(1_000), () -> {}));
                case 2 -> {
                    if (!pending.isEmpty()) {
                        pending.remove(random.nextInt(pending.size())).cancel();
                    }
                }
                default -> {
                    now += random.nextInt(50);
                    long time = now;
                    due.clear();
                    Timer timer;
                    while ((timer = timers.pollDue(time, Long.MAX_VALUE)) != null) {
                        due.add(timer);
                    }
                    List<Timer> expected =
                            pending.stream()
                                    .filter(t -> t.deadline - time <= 0)
                                    .sorted(
                                            Comparator.comparingLong((Timer t) -> t.deadline - time)
                                                    .thenComparingLong(t -> t.sequence))
                                    .toList();
                    assertThat(due).isEqualTo(expected);
                    pending.removeAll(due);
                }
            }
            assertThat(timers.size()).isEqualTo(pending.size());
        }
    }

    private void runDue() {
        Timer timer;
        while ((timer = timers.pollDue(now, Long.MAX_VALUE)) != null) {
            timer.task.run();
        }
    }
}
