package chat.snug.server.accounts;

import chat.snug.server.options.Origin;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, which is slow on purpose, on the thread {@code snug-password}. Only
 * so many may wait, and of one address, the own computer excepted, no more than there are places
 * left: many who share one come in together, and others find a place too. The thread ends when
 * there was nothing to do for some seconds.
 */
public final class Passwords implements AutoCloseable {
    private static final String THREAD = "snug-password";
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor worker;
    private final Map<InetAddress, Integer> underWay = new ConcurrentHashMap<>();

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

    /**
     * Does some work; fails with {@link RejectedExecutionException} if too many wait already.
     * Called by one thread.
     *
     * @param from where whoever wants it comes from
     */
    public <T> CompletableFuture<T> submit(InetAddress from, Supplier<T> work) {
        InetAddress origin = Origin.of(from);
        int left = worker.getQueue().remainingCapacity();
        if (!from.isLoopbackAddress() && underWay.getOrDefault(origin, 0) >= left) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("too many of one address"));
        }
        try {
            CompletableFuture<T> done = CompletableFuture.supplyAsync(work, worker);
            underWay.merge(origin, 1, Integer::sum);
            return done.whenComplete((_, _) -> over(origin));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void over(InetAddress origin) {
        underWay.computeIfPresent(origin, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Ends without doing what still waits. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
