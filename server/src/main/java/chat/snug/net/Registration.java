package chat.snug.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hangs on a selection key. Every method is called on the loop's thread. */
abstract sealed class Registration
        permits Acceptor, Connection, Handshake, Newcomer, PendingConnect {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    /** The operations in {@code readyOps} can go on. */
    abstract void ready(int readyOps);

    /** {@link #ready} threw. */
    abstract void failed(Throwable failure);

    /**
     * As {@link #failed}, and never throws: also in a process so short of memory or descriptors
     * that even this fails.
     */
    final void failedSafely(Throwable failure) {
        try {
            failed(failure);
        } catch (RuntimeException | Error e) {
            LastWords.say(LOG, "{}: cannot handle a failure", this, e);
        }
    }

    /** The loop is being closed. */
    abstract void loopClosing();
}
