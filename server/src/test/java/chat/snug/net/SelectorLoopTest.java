package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SelectorLoopTest {
    private LoopFixture fixture;
    private SelectorLoop loop;

    @BeforeEach
    void start() throws IOException {
        fixture = new LoopFixture();
        loop = fixture.loop;
    }

    @AfterEach
    void nothingLeaks() throws Exception {
        if (loop.isAlive()) {
            fixture.closeAndFindNothingLeft();
        }
    }

    @Test
    void runsTasksOfOtherThreadsInTheirOrderOnItsOwn() throws Exception {
        List<Integer> ran = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            loop.execute(() -> ran.add(loop.inLoop() ? number : -1));
        }
        fixture.onLoop(() -> true);
        assertThat(ran).hasSize(100).isSorted().doesNotContain(-1);
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void noTaskIsLostHoweverManyThreadsHandThemIn() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int j = 0; j < 5_000; j++) {
                                            loop.execute(ran::incrementAndGet);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        fixture.onLoop(() -> true);
        assertThat(ran).hasValue(20_000);
    }

    @Test
    void aTaskThatHandsItselfInAgainDoesNotHoldUpTheOthers() throws Exception {
        Recorder recorder = fixture.connect();
        AtomicInteger turns = new AtomicInteger();
        loop.execute(
                new Runnable() {
                    @Override
                    public void run() {
                        if (turns.incrementAndGet() < 1_000_000 && recorder.text().isEmpty()) {
                            loop.execute(this);
                        }
                    }
                });
        recorder.peer().ping();
        assertThat(turns.get()).isPositive();
    }

    @Test
    void manyTasksDoNotHoldUpWhoHasJustSaidSomething() throws Exception {
        Work work = new Work(fixture.connect());
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < Work.ALL; i++) {
                        loop.execute(work);
                    }
                });
        work.checkThatThePeerWasHeardInBetween();
    }

    @Test
    void manyTimersDoNotHoldUpWhoHasJustSaidSomething() throws Exception {
        Work work = new Work(fixture.connect());
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < Work.ALL; i++) {
                        loop.timers().schedule(0, work);
                    }
                });
        work.checkThatThePeerWasHeardInBetween();
    }

    @Test
    void whatManyHaveLeftUnreadDoesNotHoldUpWhoHasJustSaidSomething() throws Exception {
        Work work = new Work(fixture.connect());
        for (int i = 0; i < Work.ALL; i++) {
            Recorder other = fixture.connect();
            fixture.runOnLoop(() -> other.connection().pauseReading());
            other.reader =
                    bytes -> {
                        bytes.get();
                        if (bytes.hasRemaining()) {
                            other.connection().pauseReading();
                        } else {
                            work.run();
                        }
                    };
            fixture.runOnLoop(() -> other.connection().resumeReading());
            other.peer().send("ab");
            fixture.turnUntil("half was read", () -> other.connection().isPaused());
            work.others.add(other.connection());
        }
        fixture.runOnLoop(() -> work.others.forEach(Connection::resumeReading));
        work.checkThatThePeerWasHeardInBetween();
    }

    @Test
    void survivesWhatATaskThrows() throws Exception {
        loop.execute(
                () -> {
                    throw new IllegalStateException("planted in a task");
                });
        loop.execute(
                () -> {
                    throw new AssertionError("planted in a task");
                });
        assertThat(fixture.onLoop(() -> 1)).isEqualTo(1);
    }

    @Test
    void survivesWhatATimerThrowsAndRunsTheNext() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        fixture.runOnLoop(
                () -> {
                    loop.timers()
                            .schedule(
                                    10,
                                    () -> {
                                        throw new IllegalStateException("planted in a timer");
                                    });
                    loop.timers().schedule(10, next::countDown);
                });
        fixture.advance(Duration.ofNanos(10));
        assertThat(next.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void timersFollowTheClockThatWasHandedIn() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        fixture.runOnLoop(
                () -> {
                    loop.timers().schedule(Duration.ofSeconds(90).toNanos(), ran::incrementAndGet);
                });
        fixture.advance(Duration.ofSeconds(89));
        fixture.runOnLoop(() -> {});
        assertThat(ran).hasValue(0);
        fixture.advance(Duration.ofSeconds(1));
        fixture.runOnLoop(() -> {});
        assertThat(ran).hasValue(1);
    }

    @Test
    void wakesByItselfWhenATimerIsDue() throws Exception {
        try (SelectorLoop timed = SelectorLoop.start("snug-test-timed", NanoClock.system())) {
            CountDownLatch rang = new CountDownLatch(1);
            timed.execute(() -> timed.timers().schedule(1_500_000, rang::countDown));
            assertThat(rang.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void moreTimersThanOneTurnRunsAreAllRun() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        fixture.runOnLoop(
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        loop.timers().schedule(1, ran::incrementAndGet);
                    }
                });
        fixture.advance(Duration.ofNanos(1));
        fixture.turnUntil("all timers had run", () -> ran.get() == 5_000);
    }

    @Test
    void anInterruptDoesNotDisturbIt() throws Exception {
        Recorder recorder = fixture.connect();
        fixture.onLoop(
                () -> {
                    Thread.currentThread().interrupt();
                    return true;
                });
        recorder.peer().ping();
        assertThat(fixture.onLoop(() -> Thread.currentThread().isInterrupted())).isFalse();
    }

    @Test
    void closesWhatHangsOnItWhenClosedFromOutside() throws Exception {
        Recorder recorder = fixture.connect();
        loop.close();
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        assertThat(recorder.peer().readAll()).isEmpty();
        assertThat(loop.isAlive()).isFalse();
        assertThat(loop.segments().inUse()).isZero();
        loop.close();
    }

    @Test
    void closesAfterTheTurnWhenClosedFromInside() throws Exception {
        CountDownLatch wentOn = new CountDownLatch(1);
        Recorder recorder = fixture.connect();
        loop.execute(
                () -> {
                    loop.close();
                    recorder.connection().send(Peer.utf8("last words"));
                    wentOn.countDown();
                });
        recorder.peer().expect("last words");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        loop.close();
        assertThat(wentOn.getCount()).isZero();
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void canBeClosedByAHandler() throws Exception {
        Recorder recorder = fixture.connect();
        recorder.onText = text -> loop.close();
        recorder.peer().send("close");
        assertThat(recorder.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        loop.close();
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void runsTheTasksThatWaitedAndRejectsThoseThatComeAfterItsClose() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        loop.execute(
                () -> {
                    holding.countDown();
                    awaitQuietly(go);
                });
        holding.await();
        loop.execute(ran::incrementAndGet);
        loop.execute(loop::close);
        loop.execute(ran::incrementAndGet);
        go.countDown();
        loop.close();
        assertThat(ran).hasValue(2);
        assertThatThrownBy(() -> loop.execute(ran::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.listen(fixture.acceptor.address(), 5, _ -> null))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(ran).hasValue(2);
    }

    @Test
    void aHandlerThatFailsWhileTheLoopClosesDoesNotKeepTheOthersOpen() throws Exception {
        for (int i = 0; i < 3; i++) {
            Recorder recorder = fixture.connect();
            recorder.onClose =
                    why -> {
                        throw new IllegalStateException("planted in closed");
                    };
            recorder.peer().ping();
        }
        Recorder last = fixture.connect();
        loop.close();
        assertThat(last.awaitClose()).isEqualTo(CloseReason.SHUTDOWN);
        assertThat(loop.isAlive()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes longer than its kind may in a turn. In the middle of it a peer says something. */
    private final class Work implements Runnable {
        static final int ALL = 40;
        private static final long NANOS = 2_000_000;

        private final Recorder recorder;
        private final List<Connection> others = new ArrayList<>();
        private int done;
        private int doneWhenHeard;

        Work(Recorder recorder) {
            this.recorder = recorder;
            recorder.onText = _ -> doneWhenHeard = done;
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < NANOS) {
                Thread.onSpinWait();
            }
            if (++done == ALL / 4) {
                recorder.peer().sendUnchecked("hello");
            }
        }

        void checkThatThePeerWasHeardInBetween() throws Exception {
            fixture.turnUntil("all was done", () -> done == ALL && doneWhenHeard > 0);
            assertThat(doneWhenHeard).isBetween(ALL / 4, ALL / 2);
        }
    }
}
