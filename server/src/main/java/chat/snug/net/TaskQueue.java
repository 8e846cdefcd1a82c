package chat.snug.net;

import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The tasks that any thread hands to a loop. Knows whether the loop sleeps and must be woken. */
final class TaskQueue {
    private ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    /** The loop's own: what it took over at once and now works off, in this turn or several. */
    private ArrayDeque<Runnable> taken = new ArrayDeque<>();

    private boolean sleeping;
    private boolean closed;

    /**
     * Adds a task; any thread.
     *
     * @return whether the loop sleeps and the caller must wake it
     * @throws RejectedExecutionException if the queue is closed
     */
    synchronized boolean add(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("the loop is closed");
        }
        waiting.add(task);
        return wasSleeping();
    }

    /** Takes no more tasks; any thread. Returns whether the loop sleeps and must be woken. */
    synchronized boolean close() {
        closed = true;
        return wasSleeping();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The loop wants to sleep; false if there is something to do first. */
    synchronized boolean maySleep(boolean evenIfClosed) {
        sleeping = taken.isEmpty() && waiting.isEmpty() && (evenIfClosed || !closed);
        return sleeping;
    }

    synchronized void awake() {
        sleeping = false;
    }

    /** Takes over all that waits now, so that a task that adds itself again runs next turn. */
    synchronized void take() {
        if (taken.isEmpty()) {
            ArrayDeque<Runnable> empty = taken;
            taken = waiting;
            waiting = empty;
        } else {
            taken.addAll(waiting);
            waiting.clear();
        }
    }

    /** The next task of those taken over; the loop's thread only. */
    @Nullable Runnable poll() {
        return taken.poll();
    }

    private boolean wasSleeping() {
        boolean was = sleeping;
        sleeping = false;
        return was;
    }
}
