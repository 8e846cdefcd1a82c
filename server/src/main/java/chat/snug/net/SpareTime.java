package chat.snug.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * What takes long and nobody else should wait for: about a millisecond of it is done in a turn,
 * however many want something, and in the order in which it came. Belongs to the loop's thread.
 */
final class SpareTime implements Executor {
    private static final long PER_TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final TimerQueue timers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    SpareTime(TimerQueue timers) {
        this.timers = timers;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (waiting.size() == 1) {
            timers.schedule(0, this::run);
        }
    }

    private void run() {
        long start = System.nanoTime();
        try {
            do {
                waiting.getFirst().run();
                waiting.removeFirst();
            } while (!waiting.isEmpty() && System.nanoTime() - start < PER_TURN_NANOS);
        } catch (RuntimeException | Error e) {
            waiting.removeFirst();
            throw e;
        } finally {
            if (!waiting.isEmpty()) {
                timers.schedule(0, this::run);
            }
        }
    }
}
