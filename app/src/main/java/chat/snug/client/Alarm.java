package chat.snug.client;

import chat.snug.net.SelectorLoop;
import chat.snug.net.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing to be done later; setting another takes its place. Belongs to the loop's thread. */
final class Alarm {
    private final SelectorLoop loop;
    private @Nullable Timer timer;

    Alarm(SelectorLoop loop) {
        this.loop = loop;
    }

    void set(Duration delay, Runnable task) {
        stop();
        timer = loop.timers().schedule(delay.toNanos(), task);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
