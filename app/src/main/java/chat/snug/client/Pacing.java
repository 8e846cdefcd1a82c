package chat.snug.client;

import chat.snug.net.SelectorLoop;
import chat.snug.net.Timer;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a long paste from being a flood: an IRC server allows a few lines at once and then one
 * every two seconds, and throws out whoever sends more (RFC 1459, section 8.10). A Snug host lets a
 * fast guest wait instead, so there nothing is held back. What is said keeps its order; lines that
 * are not talk pass. Belongs to the loop's thread.
 */
final class Pacing {
    private static final int AT_ONCE = 5;
    private static final long PER_LINE = Duration.ofSeconds(2).toNanos();

    private final SelectorLoop loop;
    private final Consumer<Message> out;
    private final Deque<Message> held = new ArrayDeque<>();
    private @Nullable Timer timer;
    private boolean inBatch;

    /** When all that was sent is forgiven. */
    private long paidOff;

    Pacing(SelectorLoop loop, Consumer<Message> out) {
        this.loop = loop;
        this.out = out;
        this.paidOff = loop.nanoTime();
    }

    void send(Message message) {
        boolean talk =
                switch (message.command()) {
                    // A PING is the barrier behind what is said.
                    case "PRIVMSG", "NOTICE", "PING", "BATCH" -> true;
                    default -> false;
                };
        if (talk) {
            held.add(message);
            if (message.command().equals("BATCH")) {
                inBatch = message.param(0).startsWith("+");
            }
            if (!inBatch) {
                release();
            }
        } else {
            out.accept(message);
        }
    }

    /** What is held back will not be sent any more. */
    void stop() {
        held.clear();
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** One message: a line, or a batch as a whole, which nothing else may interrupt. */
    private void releaseOne() {
        Message first = held.remove();
        out.accept(first);
        boolean batch = first.command().equals("BATCH") && first.param(0).startsWith("+");
        while (batch && !held.isEmpty()) {
            Message next = held.remove();
            out.accept(next);
            batch = !next.command().equals("BATCH");
        }
    }

    private void release() {
        if (timer != null) {
            return;
        }
        while (!held.isEmpty()) {
            long now = loop.nanoTime();
            long debt = Math.max(0, paidOff - now);
            long wait = debt - (AT_ONCE - 1) * PER_LINE;
            if (wait > 0) {
                timer =
                        loop.timers()
                                .schedule(
                                        wait,
                                        () -> {
                                            timer = null;
                                            release();
                                        });
                return;
            }
            paidOff = now + debt + PER_LINE;
            releaseOne();
        }
    }
}
