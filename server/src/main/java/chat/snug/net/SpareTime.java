package chat.snug.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * What takes long and nobody else should wait for: a {@link Share} of a turn, however many want
 * something, and in the order in which it came. Belongs to the loop's thread.
 */
final class SpareTime implements Executor {
    private final TimerQueue timers;
    private final Share share = new Share();
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
        share.begin();
        try {
            do {
                waiting.getFirst().run();
                waiting.removeFirst();
            } while (!waiting.isEmpty() && !share.isUsedUp());
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
