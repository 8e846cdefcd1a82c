package chat.snug.net;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. Begins close to the overflow of a long. */
final class HandDrivenClock implements NanoClock {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** Moves the clock, and makes the loop look at it. */
    void advance(Duration by, SelectorLoop loop) {
        nanos.addAndGet(by.toNanos());
        loop.execute(() -> {});
    }
}
