package chat.snug.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a connection as they were on the wire, for whoever wants to know exactly. What
 * nobody should read is masked. Keeps {@value #LINES} lines of at most {@value #BYTES} bytes, and
 * reads them only when they are looked at. Any thread.
 */
public final class WireLog {
    /** As many lines are kept, over all connections to the host. */
    public static final int LINES = 2_000;

    /** So much of each line is kept. */
    public static final int BYTES = 1_024;

    /**
     * One line.
     *
     * @param number counts all lines, also those that are not kept any more
     * @param sent whether it went to the host, or came from it
     * @param text without the line end; secrets are masked
     */
    public record Line(long number, Instant time, boolean sent, String text) {}

    private static final class Kept {
        final Instant time;
        final boolean sent;
        final byte[] bytes;
        final boolean cut;

        Kept(Instant time, boolean sent, byte[] bytes, boolean cut) {
            this.time = time;
            this.sent = sent;
            this.bytes = bytes;
            this.cut = cut;
        }
    }

    private final InstantSource clock;
    private final @Nullable Kept[] ring = new @Nullable Kept[LINES];
    private long count;

    /** Empty. */
    public WireLog(InstantSource clock) {
        this.clock = clock;
    }

    /** A line came; the buffer's position does not move. */
    public void received(ByteBuffer line) {
        keep(line, false);
    }

    /** A line goes; the buffer's position does not move. */
    public void sent(ByteBuffer line) {
        keep(line, true);
    }

    private void keep(ByteBuffer line, boolean sent) {
        int length = Math.min(line.remaining(), BYTES);
        byte[] bytes = new byte[length];
        line.get(line.position(), bytes);
        if (sent) {
            // What I send may be a password: it is not even kept.
            bytes = masked(bytes).getBytes(StandardCharsets.UTF_8);
        }
        Kept kept = new Kept(clock.instant(), sent, bytes, length < line.remaining());
        synchronized (this) {
            ring[(int) (count % LINES)] = kept;
            count++;
        }
    }

    /** How many lines there were so far. */
    public synchronized long count() {
        return count;
    }

    /** What is kept of the lines from {@code number} on, oldest first. */
    public List<Line> from(long number) {
        List<Kept> kept = new ArrayList<>();
        long first;
        synchronized (this) {
            first = Math.max(number, Math.max(0, count - LINES));
            for (long at = first; at < count; at++) {
                Kept one = ring[(int) (at % LINES)];
                if (one != null) {
                    kept.add(one);
                }
            }
        }
        List<Line> lines = new ArrayList<>(kept.size());
        for (Kept one : kept) {
            String text = masked(one.bytes) + (one.cut ? "…" : "");
            lines.add(new Line(first++, one.time, one.sent, text));
        }
        return lines;
    }

    private static String masked(byte[] bytes) {
        return Masking.mask(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    }
}
