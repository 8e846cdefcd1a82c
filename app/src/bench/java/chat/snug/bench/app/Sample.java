package chat.snug.bench.app;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, as they were measured. One thread at a time. */
final class Sample {
    private long[] nanos = new long[1024];
    private final long begun = System.nanoTime();
    private int size;
    private long longest;
    private double longestAt;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
        if (time > longest) {
            longest = time;
            longestAt = (System.nanoTime() - begun) / 1e9;
        }
    }

    int size() {
        return size;
    }

    /** Milliseconds that so much of all times are not above; the share is from 0 to 1. */
    double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, (long) (size * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, p99 %.1f ms, longest %.1f ms (at %.1f s)",
                millis(0.5),
                millis(0.99),
                millis(1),
                longestAt);
    }
}
