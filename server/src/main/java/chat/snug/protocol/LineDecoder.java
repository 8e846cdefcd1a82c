package chat.snug.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines. CR, LF or both end a line; empty lines are skipped; NUL, which
 * no message may hold (RFC 2812, section 2.3.1), is left out.
 *
 * <p>Each byte is looked at once, however the stream is cut. A line that lies whole in the given
 * buffer is handed on where it lies. Only the unfinished part of the last line is kept, at most one
 * line of the allowed length; between lines the decoder holds no buffer.
 *
 * <p>One per connection, used by one thread at a time.
 */
public final class LineDecoder {
    private static final int SMALLEST_PART = 64;
    private static final int LINE_END_BYTES = 2;

    /** What stands around the tag data: '@' and a space. */
    private static final int TAG_FRAME_BYTES = 2;

    private static final int NO_TAGS = 0;
    private static final int IN_TAGS = -1;

    private final int maxTags;
    private final int maxBody;
    private final int endless;
    private final boolean latin1;

    /** The beginning of a line whose end has not come yet. */
    private byte @Nullable [] part;

    private int partLength;

    /** What came of the line with earlier buffers, kept or not. */
    private int came;

    /** {@link #IN_TAGS}, or the length of the tags with '@' and the space. */
    private int tags = NO_TAGS;

    private int utf8 = Utf8.ACCEPT;
    private boolean begun;
    private boolean skipping;
    private boolean closed;

    /** A decoder for what clients send. */
    public LineDecoder(Limits limits) {
        this(
                limits.clientTagBytes() + TAG_FRAME_BYTES,
                limits.lineBytes(),
                limits.endlessBytes(),
                false);
    }

    private LineDecoder(int maxTags, int maxLine, int endless, boolean latin1) {
        this.maxTags = maxTags;
        this.maxBody = maxLine - LINE_END_BYTES;
        this.endless = endless;
        this.latin1 = latin1;
    }

    /**
     * A decoder for what servers send. Their tags and lines may be longer, and a line that is not
     * UTF-8 is taken as Latin-1, as old networks still hand on such text (<a
     * href="https://modern.ircdocs.horse/#character-encodings">Modern IRC, character
     * encodings</a>).
     */
    public static LineDecoder ofServer(Limits limits) {
        return new LineDecoder(
                limits.serverTagBytes(), limits.serverLineBytes(), limits.endlessBytes(), true);
    }

    /**
     * Hands each line that ends in {@code bytes} to {@code sink}. Afterwards all is read, except
     * when the sink paused: then the position is behind the line it paused at, with all of its end
     * that is there, so that nobody comes back for a line feed alone.
     */
    public void decode(ByteBuffer bytes, LineSink sink) {
        int end = bytes.limit();
        int start = bytes.position();
        while (!closed) {
            int at = scan(bytes, start, end);
            if (at == end) {
                keep(bytes, start, end, sink);
                break;
            }
            if (bytes.get(at) == 0) {
                keep(bytes, start, at, sink);
                came++;
                start = at + 1;
            } else {
                int next = behindLineEnd(bytes, at, end);
                bytes.position(next);
                if (!finish(bytes, start, at, sink)) {
                    return;
                }
                start = next;
            }
        }
        bytes.position(end);
    }

    private static int behindLineEnd(ByteBuffer bytes, int at, int end) {
        boolean isPair = bytes.get(at) == '\r' && at + 1 < end && bytes.get(at + 1) == '\n';
        return isPair ? at + 2 : at + 1;
    }

    /** The place of the first CR, LF or NUL from {@code start} on, or {@code end}. */
    private int scan(ByteBuffer bytes, int start, int end) {
        int i = start;
        if (!begun && i < end && bytes.get(i) != 0) {
            begun = true;
            tags = bytes.get(i) == '@' ? IN_TAGS : NO_TAGS;
        }
        int state = utf8;
        while (i < end) {
            if (state <= Utf8.ACCEPT && tags != IN_TAGS) {
                while (i + Long.BYTES <= end && isPlain(bytes.getLong(i))) {
                    i += Long.BYTES;
                }
                if (i == end) {
                    break;
                }
            }
            byte b = bytes.get(i);
            if (b < 0) {
                state = Utf8.step(state, b);
            } else {
                if (state != Utf8.ACCEPT) {
                    state = Utf8.REJECT;
                }
                if (b == '\n' || b == '\r' || b == 0) {
                    break;
                }
                if (b == ' ' && tags == IN_TAGS) {
                    tags = partLength + i + 1 - start;
                }
            }
            i++;
        }
        utf8 = state;
        return i;
    }

    /** Whether none of the eight bytes needs a closer look: all from 0x0E to 0x7F. */
    private static boolean isPlain(long eight) {
        return (((eight - 0x0E0E_0E0E_0E0E_0E0EL) | eight) & 0x8080_8080_8080_8080L) == 0;
    }

    /** The line ends before {@code to}. Returns false if the sink paused. */
    private boolean finish(ByteBuffer bytes, int from, int to, LineSink sink) {
        byte[] kept = part;
        int keptLength = partLength;
        int length = keptLength + to - from;
        boolean valid = utf8 == Utf8.ACCEPT;
        boolean silent = skipping || length == 0;
        LineError error = tooLong(length);
        forget();
        if (silent) {
            return sink.nothing();
        }
        if (error != null) {
            sink.refused(error);
            return sink.nothing();
        }
        if (kept == null) {
            return handOn(bytes, from, to, valid, sink);
        }
        byte[] whole = fitted(kept, length);
        bytes.get(from, whole, keptLength, to - from);
        return handOn(ByteBuffer.wrap(whole), 0, length, valid, sink);
    }

    /** Narrows {@code bytes} to the line for the call. */
    private boolean handOn(ByteBuffer bytes, int from, int to, boolean valid, LineSink sink) {
        int end = bytes.limit();
        int next = bytes.position();
        bytes.limit(to).position(from);
        try {
            if (valid) {
                return sink.line(bytes);
            }
            return latin1 ? sink.line(fromLatin1(bytes)) : sink.notUtf8(bytes);
        } finally {
            bytes.limit(end).position(next);
        }
    }

    private static ByteBuffer fromLatin1(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.encode(StandardCharsets.ISO_8859_1.decode(bytes));
    }

    /** Keeps what has come of a line that goes on. */
    private void keep(ByteBuffer bytes, int from, int to, LineSink sink) {
        int length = to - from;
        came += length;
        if (came > endless) {
            forget();
            closed = true;
            sink.refused(LineError.ENDLESS);
            return;
        }
        if (skipping || length == 0) {
            return;
        }
        LineError error = tooLong(partLength + length);
        if (error != null) {
            skipping = true;
            part = null;
            partLength = 0;
            sink.refused(error);
            return;
        }
        byte[] kept = part == null ? new byte[Math.max(SMALLEST_PART, length)] : part;
        kept = fitted(kept, partLength + length);
        bytes.get(from, kept, partLength, length);
        part = kept;
        partLength += length;
    }

    private static byte[] fitted(byte[] kept, int length) {
        return length <= kept.length
                ? kept
                : Arrays.copyOf(kept, Math.max(length, 2 * kept.length));
    }

    private @Nullable LineError tooLong(int length) {
        if (tags == IN_TAGS) {
            return length >= maxTags ? LineError.TAGS_TOO_LONG : null;
        }
        if (tags > maxTags) {
            return LineError.TAGS_TOO_LONG;
        }
        return length - tags > maxBody ? LineError.TOO_LONG : null;
    }

    /** The memory held between two calls, in bytes. */
    int keptBytes() {
        return part == null ? 0 : part.length;
    }

    private void forget() {
        part = null;
        partLength = 0;
        came = 0;
        tags = NO_TAGS;
        utf8 = Utf8.ACCEPT;
        begun = false;
        skipping = false;
    }
}
