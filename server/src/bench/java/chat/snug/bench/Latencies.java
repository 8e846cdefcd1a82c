package chat.snug.bench;

import java.util.Arrays;

/**
 * A histogram of nanoseconds: for every power of two 64 steps of equal width, so that a figure read
 * from it is within one percent. Adding is a few instructions and allocates nothing.
 */
final class Latencies {
    private static final int STEPS = 64;

    private final long[] counts = new long[STEPS * 60];
    private long largest;

    void add(long nanos) {
        long value = Math.max(nanos, 0);
        int shift = Math.max(0, 57 - Long.numberOfLeadingZeros(value));
        counts[shift * STEPS + (int) (value >>> shift)]++;
        if (value > largest) {
            largest = value;
        }
    }

    /** Milliseconds that this share (0 to 1) of the deliveries took at most. */
    double quantile(double share) {
        long total = Arrays.stream(counts).sum();
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int slot = 0; slot < counts.length && total > 0; slot++) {
            seen += counts[slot];
            if (seen >= wanted) {
                int shift = Math.max(0, slot / STEPS - 1);
                long lowest = (long) (slot - shift * STEPS) << shift;
                return Math.min(lowest + (1L << shift >> 1), largest) / 1e6;
            }
        }
        return 0;
    }

    /** Milliseconds of the slowest delivery. */
    double max() {
        return largest / 1e6;
    }
}
