package chat.snug.ui;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Stands for the JavaFX thread in tests without a screen: what is to happen there happens on the
 * thread of the test, while that waits for it.
 */
public final class TestScreen implements Executor {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    /** From any thread. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Waits for the next thing that is to happen, and lets it. */
    public void next() {
        next(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    }

    /** Lets things happen until {@code condition} holds. */
    public void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            next(end);
        }
    }

    private void next(long end) {
        try {
            Runnable task = tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (task == null) {
                throw new AssertionError("nothing happens any more");
            }
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Whether nothing is to happen now. */
    public boolean isEmpty() {
        return tasks.isEmpty();
    }
}
