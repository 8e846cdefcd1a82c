package chat.snug.net;

import java.util.concurrent.TimeUnit;

/**
 * The time of a turn that one kind of work may take: half a millisecond, and to the end what was
 * begun by then. What is left is for the next turn, before anything newer, so that those who pile
 * up work wait for each other and not everybody for them. Real time, whatever drives the timers.
 * Belongs to the loop's thread.
 */
final class Share {
    private static final long NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private long begin;

    void begin() {
        begin = System.nanoTime();
    }

    boolean isUsedUp() {
        return System.nanoTime() - begin >= NANOS;
    }
}
