package chat.snug.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stream of bytes gives the same lines however it is cut, and none breaks a limit. */
public final class LineDecoderTarget {
    private static final Limits LIMITS = Limits.defaults();
    private static final int LONGEST = LIMITS.clientTagBytes() + 2 + LIMITS.lineBytes();

    private LineDecoderTarget() {}

    /** The first byte says how long the pieces are. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer stream = ByteBuffer.wrap(input, 1, input.length - 1).slice();
        List<String> whole = decode(stream.duplicate(), Math.max(1, stream.remaining()));
        List<String> pieces = decode(stream.duplicate(), 1 + (input[0] & 0xff));
        Claim.same(whole, pieces);
    }

    private static List<String> decode(ByteBuffer stream, int piece) {
        LineDecoder decoder = new LineDecoder(LIMITS);
        List<String> lines = new ArrayList<>();
        LineSink sink =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        Claim.that(line.remaining() <= LONGEST, "a line is too long");
                        String text = UTF_8.decode(line.duplicate()).toString();
                        Claim.that(
                                text.chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n'),
                                "a line end or NUL inside a line");
                        Claim.that(text.indexOf('\ufffd') < 0 || isUtf8(line), "not UTF-8");
                        lines.add(text);
                        return true;
                    }

                    @Override
                    public void refused(LineError error) {
                        lines.add("refused " + error);
                    }
                };
        while (stream.hasRemaining()) {
            ByteBuffer part = stream.slice(stream.position(), Math.min(piece, stream.remaining()));
            stream.position(stream.position() + part.remaining());
            decoder.decode(part, sink);
        }
        return lines;
    }

    private static boolean isUtf8(ByteBuffer line) {
        return UTF_8.encode(UTF_8.decode(line.duplicate())).equals(line);
    }
}
