package chat.snug.store;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be written. The loop adds, the {@link Writer} takes all there is at once; neither
 * ever holds the lock for longer than that takes.
 */
final class WriteQueue {
    private ArrayDeque<Write> waiting = new ArrayDeque<>();
    private boolean writerWaits;
    private boolean closed;

    synchronized void add(Write write) {
        if (!closed) {
            waiting.add(write);
            if (writerWaits) {
                writerWaits = false;
                notifyAll();
            }
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes all that waits, as soon as there is something or the time is over. */
    synchronized ArrayDeque<Write> take(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long rest = nanos;
        while (waiting.isEmpty() && !closed && rest > 0) {
            writerWaits = true;
            TimeUnit.NANOSECONDS.timedWait(this, rest);
            rest = end - System.nanoTime();
        }
        writerWaits = false;
        ArrayDeque<Write> taken = waiting;
        waiting = new ArrayDeque<>();
        return taken;
    }

    /** Waits until a time is over or the queue is closed. */
    synchronized void pause(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long rest = nanos;
        while (!closed && rest > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, rest);
            rest = end - System.nanoTime();
        }
    }
}
