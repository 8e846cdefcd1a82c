package chat.snug.client;

import chat.snug.net.SelectorLoop;
import chat.snug.protocol.Message;
import java.time.Duration;

/**
 * Finds out whether the other side is still there: after a silence it is asked, and given up if it
 * does not answer. Whoever is not listened to is not blamed for silence. Belongs to the loop's
 * thread.
 */
final class KeepAlive {
    private static final Message QUESTION = Message.of("PING", "snug-alive");

    private final SelectorLoop loop;
    private final ClientOptions options;
    private final Wire link;
    private final Runnable silent;
    private final Alarm alarm;
    private long askedAt;
    private boolean asked;

    /**
     * Begins.
     *
     * @param silent told when there was no answer in time, as the last thing
     */
    KeepAlive(SelectorLoop loop, ClientOptions options, Wire link, Runnable silent) {
        this.loop = loop;
        this.options = options;
        this.link = link;
        this.silent = silent;
        this.alarm = new Alarm(loop);
        schedule(options.pingInterval());
    }

    void stop() {
        alarm.stop();
    }

    /** What was asked may have been answered, unheard: the time begins anew. */
    void listening() {
        asked = false;
    }

    private void schedule(Duration delay) {
        alarm.set(delay, this::look);
    }

    private void look() {
        long heard = link.lastReceivedNanos();
        long interval = options.pingInterval().toNanos();
        if (link.paused()) {
            asked = false;
            schedule(options.pingInterval());
        } else if (asked && heard - askedAt < 0) {
            silent.run();
        } else if (loop.nanoTime() - heard < interval) {
            asked = false;
            schedule(Duration.ofNanos(interval - (loop.nanoTime() - heard)));
        } else {
            asked = true;
            askedAt = loop.nanoTime();
            link.send(QUESTION);
            schedule(options.pingTimeout());
        }
    }
}
