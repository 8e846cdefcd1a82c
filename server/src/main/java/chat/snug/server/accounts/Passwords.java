package chat.snug.server.accounts;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, which is slow on purpose, on the thread {@code snug-password}. Only
 * so many may wait. The thread ends when there was nothing to do for some seconds.
 */
public final class Passwords implements AutoCloseable {
    private static final String THREAD = "snug-password";
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor worker;

    /**
     * @param waiting how many may wait
     */
    public Passwords(int waiting) {
        worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().daemon().name(THREAD).factory());
        worker.allowCoreThreadTimeOut(true);
    }

    /** Does some work; fails with {@link RejectedExecutionException} if too many wait already. */
    public <T> CompletableFuture<T> submit(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, worker);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Ends without doing what still waits. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
