package chat.snug.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A loop that a test turns by hand, on its own thread. */
final class HandLoop implements Executor {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs tasks until something is so; fails if it does not come true. */
    void runUntil(BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come true");
            }
            try {
                Runnable task = tasks.poll(20, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Waits for an answer. */
    void runUntil(CompletableFuture<? extends @Nullable Object> answer) {
        runUntil(answer::isDone);
    }
}
