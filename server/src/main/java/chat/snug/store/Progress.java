package chat.snug.store;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How far the {@link Writer} is, for the loop to see: written by the writer's thread, read by any.
 * The loop is woken only if it waits for something.
 */
final class Progress {
    private final Executor loop;
    private final Runnable onLoop;
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean awaited;
    private volatile @Nullable StoreException failure;

    /**
     * @param onLoop is run on the loop when there is something new that it waits for
     */
    Progress(Executor loop, Runnable onLoop) {
        this.loop = loop;
        this.onLoop = onLoop;
    }

    // ---- the loop

    void handedIn(int bytes) {
        waitingBytes.addAndGet(bytes);
    }

    long waitingBytes() {
        return waitingBytes.get();
    }

    /** How many writes are kept for good. */
    long done() {
        return done.get();
    }

    /** Why nothing is kept at present, null if all is well. */
    @Nullable StoreException failure() {
        return failure;
    }

    /** The loop waits, or waits no longer. To be set before a last look at {@link #done}. */
    void awaited(boolean waits) {
        awaited = waits;
    }

    /** The loop has been told and looks now. */
    void looking() {
        told.set(false);
    }

    // ---- the writer

    void done(int writes, long bytes) {
        done.addAndGet(writes);
        waitingBytes.addAndGet(-bytes);
        if (awaited) {
            tell();
        }
    }

    void failure(@Nullable StoreException now) {
        failure = now;
        tell();
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            try {
                loop.execute(onLoop);
            } catch (RejectedExecutionException _) {
                told.set(true); // the loop has ended, and nobody waits any more
            }
        }
    }
}
