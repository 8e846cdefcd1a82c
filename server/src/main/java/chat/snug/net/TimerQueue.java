package chat.snug.net;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done later on a loop: a binary heap ordered by time, in which every timer knows its
 * place. Scheduling and cancelling take O(log n) steps and looking for the next one takes one, so
 * nothing ever walks over all connections. Belongs to the loop's thread.
 */
public final class TimerQueue {
    private final LongSupplier now;
    private @Nullable Timer[] heap = new @Nullable Timer[16];
    private int size;
    private long scheduled;

    TimerQueue(LongSupplier now) {
        this.now = now;
    }

    /**
     * Runs a task once, on the loop's thread, in the first turn that begins after the delay.
     *
     * @param delayNanos counted from the start of this turn; zero or less means the next turn
     */
    public Timer schedule(long delayNanos, Runnable task) {
        Timer timer = new Timer(this, now.getAsLong() + Math.max(delayNanos, 0), scheduled++, task);
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, timer);
        return timer;
    }

    /** How many tasks wait. */
    public int size() {
        return size;
    }

    /** Nanoseconds until the next task is due, zero if one is, the maximum if none waits. */
    long nanosUntilNext(long time) {
        return size == 0 ? Long.MAX_VALUE : Math.max(0, at(0).deadline - time);
    }

    /** A number between those of the timers that there have been and those that come. */
    long next() {
        return scheduled;
    }

    /**
     * Takes out the next task that is due at this time.
     *
     * @param before a {@link #next()}; what was scheduled since then is not due yet
     */
    @Nullable Timer pollDue(long time, long before) {
        if (size == 0 || at(0).deadline - time > 0 || at(0).sequence >= before) {
            return null;
        }
        Timer timer = at(0);
        remove(timer);
        return timer;
    }

    void remove(Timer timer) {
        int index = timer.index;
        if (index == Timer.NOT_QUEUED) {
            return;
        }
        timer.index = Timer.NOT_QUEUED;
        Timer last = at(--size);
        heap[size] = null;
        if (last != timer) {
            siftDown(index, last);
            if (last.index == index) {
                siftUp(index, last);
            }
        }
    }

    private void siftUp(int from, Timer timer) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (!timer.before(at(parent))) {
                break;
            }
            place(index, at(parent));
            index = parent;
        }
        place(index, timer);
    }

    private void siftDown(int from, Timer timer) {
        int index = from;
        int child;
        while ((child = 2 * index + 1) < size) {
            if (child + 1 < size && at(child + 1).before(at(child))) {
                child++;
            }
            if (!at(child).before(timer)) {
                break;
            }
            place(index, at(child));
            index = child;
        }
        place(index, timer);
    }

    private void place(int index, Timer timer) {
        heap[index] = timer;
        timer.index = index;
    }

    private Timer at(int index) {
        return requireNonNull(heap[index]);
    }
}
