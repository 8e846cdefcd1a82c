package chat.snug.server.session;

import chat.snug.net.NanoClock;
import chat.snug.room.RateLimit;
import chat.snug.server.options.CrowdLimits;
import org.jspecify.annotations.Nullable;

/**
 * How fast a room may go on, whoever is in it: many who each keep to the limit of their own must
 * not flood it together. What somebody does happens at once, but in a room where too much happens
 * they have to wait for their next line. Belongs to the loop's thread.
 */
final class RoomPace {
    private final RateLimit limit;
    private final long longest;
    private final NanoClock clock;
    private @Nullable Channel slowest;
    private long wait;

    RoomPace(CrowdLimits limits, NanoClock clock) {
        this.limit = limits.roomEvents();
        this.longest = limits.roomWait().toNanos();
        this.clock = clock;
    }

    /** The state of a room in which nothing has happened yet. */
    long start() {
        return limit.start(clock.nanoTime());
    }

    /** A line is going to be handled: nothing has happened because of it. */
    void begin() {
        slowest = null;
        wait = 0;
    }

    /** Something happened in a room. */
    void happened(Channel channel) {
        long now = clock.nanoTime();
        long due = limit.waitNanos(channel.paceState, now);
        if (due < longest) {
            channel.paceState = limit.charge(channel.paceState, now);
            due = Math.min(longest, limit.waitNanos(channel.paceState, now));
        }
        if (due > wait) {
            wait = due;
            slowest = channel;
        }
    }

    /** The room because of which whoever sent the line has to wait, null if there is none. */
    @Nullable Channel slowest() {
        return slowest;
    }

    /** How long, in nanoseconds. */
    long waitNanos() {
        return wait;
    }
}
