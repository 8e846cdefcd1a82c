package chat.snug.client;

/**
 * How much memory a host may fill: one for each connection, for all that is kept of what the host
 * says there and as long as it is. Whoever keeps something asks first, and tells what is let go;
 * what does not fit is not kept. Bytes are counted generously (see {@link Weight}), so that a host
 * with a few long words finds no more room than one with many short ones.
 */
final class Allowance {
    /** A tenth of it is a large network; the heap of the app is 256 MB. */
    static final long MOST = 32L << 20;

    private long used;

    /** Whether so many bytes more are allowed; then they are taken. */
    boolean take(long bytes) {
        boolean fits = fits(bytes);
        used += fits ? bytes : 0;
        return fits;
    }

    /** Whether so many bytes more would be allowed. */
    boolean fits(long bytes) {
        return bytes <= MOST - used;
    }

    /** So many bytes that were taken are free again. */
    void giveBack(long bytes) {
        used -= bytes;
    }

    /** What is kept has grown, or shrunk, by so many bytes. */
    void changed(long bytes) {
        used += bytes;
    }

    long used() {
        return used;
    }
}
