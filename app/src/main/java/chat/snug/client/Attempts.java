package chat.snug.client;

import chat.snug.net.SelectorLoop;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The attempts to get through to one host: how many there were, whether one ever succeeded, and
 * from that whether there is another by itself, and when. Belongs to the loop's thread.
 */
final class Attempts {
    private final SelectorLoop loop;
    private final Reconnect reconnect;
    private int count;
    private boolean succeeded;
    private long onlineSince;

    Attempts(SelectorLoop loop, RandomGenerator random) {
        this.loop = loop;
        this.reconnect = new Reconnect(random);
    }

    /** The person wants to get through: they are counted from one. */
    void begin() {
        count = 0;
    }

    /** One more begins; which one it is. */
    int next() {
        count++;
        return count;
    }

    /** The host has let us in. */
    void online() {
        succeeded = true;
        count = 1;
        onlineSince = loop.nanoTime();
    }

    /** Whether the host has ever let us in. */
    boolean succeeded() {
        return succeeded;
    }

    /** Whether there is another by itself after this failure. */
    boolean goOnAfter(Failure.Kind failure) {
        return succeeded && Reconnect.mayHelp(failure);
    }

    /**
     * How long to wait before the next.
     *
     * @param lost whether what failed was not an attempt, but a connection that was online
     */
    ClientEvent.Reconnecting delay(boolean lost) {
        if (lost) {
            reconnect.lasted(loop.nanoTime() - onlineSince);
        }
        Duration delay = reconnect.next();
        return new ClientEvent.Reconnecting(reconnect.attempts(), delay);
    }
}
