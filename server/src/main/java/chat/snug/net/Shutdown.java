package chat.snug.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a loop: who is still to be closed, how long goodbyes are waited for, and how other
 * threads wait for all that. Belongs to the loop's thread, but for {@link #await}.
 */
final class Shutdown {
    private static final long WAIT_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);

    private final Thread thread;
    private final Selector selector;
    private int lingering;
    private volatile boolean aborting;

    Shutdown(Thread thread, Selector selector) {
        this.thread = thread;
        this.selector = selector;
    }

    /**
     * Returns when the loop's thread has ended, or after some seconds if it cannot; to be called on
     * another thread.
     */
    void await() {
        try {
            thread.join(WAIT_MILLIS);
            if (thread.isAlive()) {
                abort();
                thread.join(WAIT_MILLIS);
            }
            if (thread.isAlive()) {
                LOG.warn("{} does not end: something in it blocks", thread.getName());
            }
        } catch (InterruptedException _) {
            abort();
            Thread.currentThread().interrupt();
        }
    }

    private void abort() {
        aborting = true;
        selector.wakeup();
    }

    /** A connection begins (1) or ends (-1) to wait for its goodbye to arrive. */
    void lingers(int change) {
        lingering += change;
    }

    /** How many connections wait for their goodbye to arrive. */
    int lingering() {
        return lingering;
    }

    /** Everybody is closed, but those who say goodbye already. */
    void begin() {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Registration registration) {
                registration.loopClosing();
            }
        }
    }

    /** Whether there are goodbyes to wait for, and time to do so. */
    boolean isHeldUp() {
        return lingering > 0 && !aborting;
    }

    /** Whoever is still there is closed. */
    void closeTheRest() {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Connection connection) {
                connection.doom(CloseReason.SHUTDOWN);
            }
        }
    }

    void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
