package chat.snug.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what arrives into lines and books the stamped ones, fast enough not to be the limit.
 *
 * <p>In a room one line is as long as the one before. So the reader does not look for the next
 * line's end: it supposes one, and believes it if the last eight bytes of a message, the head of
 * its stamp and the line's first byte stand where they would have to. Since a message's end is
 * always equally far from its stamp, what is booked is a message for certain. Only when the guess
 * fails is the line feed searched for. Neither way allocates.
 */
final class LineReader {
    /** What the talk of a phase looks like on the wire. */
    record Talk(Ledger ledger, int payload) {}

    /** Takes the lines that are not messages of the phase. */
    interface Control {
        void line(LoadClient client, ByteBuffer buffer, int from, int to) throws IOException;
    }

    /** Ends every stamped text. */
    static final String FILLER = "x";

    private static final int FILLED_TAIL = 6;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int ONE_READ = 256 * 1024;
    private static final long TAIL = word(FILLER.repeat(FILLED_TAIL) + "\r\n");
    private static final long COMMAND = word("PRIVMSG ");
    private static final int SHORTEST_PAYLOAD = Stamp.BYTES + FILLED_TAIL;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST_LINE + ONE_READ);
    private final Control control;
    private @Nullable Talk talk;

    LineReader(Control control) {
        this.control = control;
    }

    /** From now on lines with this phase's stamps are booked; null: none is. */
    void talk(@Nullable Talk next) {
        if (next != null && next.payload < SHORTEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a text has at least " + SHORTEST_PAYLOAD + " bytes");
        }
        talk = next;
    }

    /** Reads once. Returns false at the end of the stream. */
    boolean read(LoadClient client) throws IOException {
        buffer.clear().put(client.rest, 0, client.restLength);
        buffer.limit(client.restLength + ONE_READ);
        int read = client.channel().read(buffer);
        if (read > 0) {
            take(client, buffer.position());
        }
        return read >= 0;
    }

    /** Takes bytes as if they had been read: for the check of the generator itself. */
    void take(LoadClient client, byte[] bytes) throws IOException {
        buffer.clear().put(client.rest, 0, client.restLength).put(bytes);
        take(client, buffer.position());
    }

    private void take(LoadClient client, int limit) throws IOException {
        long now = Stamp.now();
        int searched = client.restLength;
        int at = 0;
        while (true) {
            at = asPredicted(client, at, limit, now);
            int end = lineFeed(Math.max(at, searched), limit);
            if (end < 0) {
                break;
            }
            line(client, at, end + 1, now);
            at = end + 1;
            searched = at;
        }
        keep(client, at, limit);
    }

    private void keep(LoadClient client, int from, int limit) throws IOException {
        int length = limit - from;
        if (length > LONGEST_LINE) {
            throw new IOException("a line without an end");
        }
        if (length > client.rest.length) {
            client.rest = new byte[Math.max(length, 256)];
        }
        buffer.get(from, client.rest, 0, length);
        client.restLength = length;
    }

    /** Books lines for as long as the guess holds; returns where it no longer does. */
    private int asPredicted(LoadClient client, int from, int limit, long now) {
        Talk running = talk;
        int length = client.lineLength;
        if (running == null || length == 0 || client.stalls) {
            return from;
        }
        Ledger ledger = running.ledger;
        int phase = ledger.phase();
        int stamp = length - 2 - running.payload;
        int at = from;
        for (; at + length <= limit; at += length) {
            long head = (long) Stamp.WORD.get(buffer, at + stamp);
            if ((long) Stamp.WORD.get(buffer, at + length - 8) != TAIL
                    || !Stamp.isHead(head, phase)
                    || buffer.get(at) != client.lineStart) {
                break;
            }
            book(ledger, client, head, at + stamp, now);
        }
        return at;
    }

    private void book(Ledger ledger, LoadClient client, long head, int stamp, long now) {
        long number = Stamp.decode((long) Stamp.WORD.get(buffer, stamp + 8));
        long sentAt = Stamp.decode((long) Stamp.WORD.get(buffer, stamp + 16));
        ledger.arrived(client.index, head, number, sentAt, now);
    }

    /** One line whose end was searched for; {@code end} is behind its line feed. */
    private void line(LoadClient client, int from, int end, long now) throws IOException {
        Talk running = talk;
        int stamp = running == null ? 0 : end - 2 - running.payload;
        if (running == null || stamp <= from || !isMessage(from, stamp)) {
            int to = end - 1 > from && buffer.get(end - 2) == '\r' ? end - 2 : end - 1;
            control.line(client, buffer, from, to);
            return;
        }
        long head = (long) Stamp.WORD.get(buffer, stamp);
        boolean whole = (long) Stamp.WORD.get(buffer, end - 8) == TAIL;
        if (whole && Stamp.isHead(head, running.ledger.phase()) && !client.stalls) {
            client.lineLength = end - from;
            client.lineStart = buffer.get(from);
            book(running.ledger, client, head, stamp, now);
        }
    }

    /** Whether the line is a PRIVMSG whose text begins with a stamp at that place. */
    private boolean isMessage(int from, int stamp) {
        if (!Stamp.isMarker(buffer.get(stamp)) || buffer.get(stamp - 1) != ':') {
            return false;
        }
        int at = from;
        while (at < stamp && (buffer.get(at) == '@' || buffer.get(at) == ':')) {
            while (at < stamp && buffer.get(at) != ' ') {
                at++;
            }
            at++;
        }
        return at + 8 <= stamp && (long) Stamp.WORD.get(buffer, at) == COMMAND;
    }

    private int lineFeed(int from, int limit) {
        int at = from;
        for (; at + 8 <= limit; at += 8) {
            long x = (long) Stamp.WORD.get(buffer, at) ^ 0x0A0A0A0A0A0A0A0AL;
            long zeros = (x - 0x0101010101010101L) & ~x & 0x8080808080808080L;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < limit; at++) {
            if (buffer.get(at) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static long word(String eight) {
        ByteBuffer bytes = ByteBuffer.wrap(eight.getBytes(StandardCharsets.US_ASCII));
        return (long) Stamp.WORD.get(bytes, 0);
    }
}
