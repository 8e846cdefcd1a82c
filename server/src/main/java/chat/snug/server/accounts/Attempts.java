package chat.snug.server.accounts;

import chat.snug.net.NanoClock;
import chat.snug.room.RateLimit;
import chat.snug.server.options.Origin;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something was tried from each address, usually the own computer excepted, or by each
 * account. Of many the one that was not heard of for the longest time is forgotten.
 */
public final class Attempts {
    private static final int MOST_ADDRESSES = 10_000;

    private final RateLimit limit;
    private final NanoClock clock;
    private final boolean sparesLoopback;
    private final Map<Object, Long> states = new LinkedHashMap<>();

    public Attempts(RateLimit limit, NanoClock clock) {
        this(limit, clock, true);
    }

    /**
     * @param sparesLoopback whether the own computer is excepted
     */
    public Attempts(RateLimit limit, NanoClock clock, boolean sparesLoopback) {
        this.limit = limit;
        this.clock = clock;
        this.sparesLoopback = sparesLoopback;
    }

    /** Whether one more may be tried from there now. */
    public boolean mayTry(InetAddress from) {
        return mayTryAs(Origin.of(from));
    }

    /** Whether that account may try once more now. */
    public boolean mayTry(Account account) {
        return mayTryAs(account.name());
    }

    private boolean mayTryAs(Object who) {
        Long state = states.get(who);
        return state == null || limit.waitNanos(state, clock.nanoTime()) <= 0;
    }

    /** One more was tried. */
    public void count(InetAddress from) {
        if (sparesLoopback && from.isLoopbackAddress()) {
            return;
        }
        countAs(Origin.of(from));
    }

    /** That account tried once more. */
    public void count(Account account) {
        countAs(account.name());
    }

    private void countAs(Object who) {
        long now = clock.nanoTime();
        Long state = states.remove(who);
        states.put(who, limit.charge(state == null ? limit.start(now) : state, now));
        if (states.size() > MOST_ADDRESSES) {
            states.remove(states.keySet().iterator().next());
        }
    }
}
