package chat.snug.room;

/**
 * How often somebody may do something: a number of times at once, and then at a steady rate. The
 * state is one number that the caller keeps, so a person who does nothing costs nothing (the
 * generic cell rate algorithm, ITU-T I.371).
 *
 * @param burst how many may come at once
 * @param intervalNanos how long it takes until one more may come
 */
public record RateLimit(int burst, long intervalNanos) {
    public RateLimit {
        if (burst < 1 || intervalNanos < 0) {
            throw new IllegalArgumentException("burst " + burst + ", interval " + intervalNanos);
        }
    }

    /** A limit of {@code burst} at once and {@code perSecond} in the long run. */
    public static RateLimit of(int burst, int perSecond) {
        return new RateLimit(burst, 1_000_000_000L / perSecond);
    }

    /** No limit at all. */
    public static RateLimit none() {
        return new RateLimit(1, 0);
    }

    /** The state of somebody who has done nothing yet. */
    public long start(long nowNanos) {
        return nowNanos;
    }

    /** The state after one more was done. */
    public long charge(long state, long nowNanos) {
        return (state - nowNanos > 0 ? state : nowNanos) + intervalNanos;
    }

    /** How long to wait until the next may come: nanoseconds, 0 or less if it may come now. */
    public long waitNanos(long state, long nowNanos) {
        return state - nowNanos - (burst - 1) * intervalNanos;
    }
}
