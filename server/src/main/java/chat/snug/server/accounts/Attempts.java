package chat.snug.server.accounts;

import chat.snug.net.NanoClock;
import chat.snug.room.RateLimit;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something was tried from each address, the own computer excepted. Of many addresses the
 * one that was not heard of for the longest time is forgotten.
 */
public final class Attempts {
    private static final int MOST_ADDRESSES = 10_000;

    private final RateLimit limit;
    private final NanoClock clock;
    private final Map<InetAddress, Long> states = new LinkedHashMap<>();

    public Attempts(RateLimit limit, NanoClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Whether one more may be tried from there now. */
    public boolean mayTry(InetAddress from) {
        Long state = states.get(from);
        return state == null || limit.waitNanos(state, clock.nanoTime()) <= 0;
    }

    /** One more was tried. */
    public void count(InetAddress from) {
        if (from.isLoopbackAddress()) {
            return;
        }
        long now = clock.nanoTime();
        Long state = states.remove(from);
        states.put(from, limit.charge(state == null ? limit.start(now) : state, now));
        if (states.size() > MOST_ADDRESSES) {
            states.remove(states.keySet().iterator().next());
        }
    }
}
