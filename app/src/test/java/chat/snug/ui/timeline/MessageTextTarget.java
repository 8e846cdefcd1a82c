package chat.snug.ui.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;

/** The pieces of a message are in order and in its text, and finding them is quick. */
public final class MessageTextTarget {
    /** As long as a message of several lines may be. */
    private static final int LONGEST = 16_384;

    /** Slow text is slow each time, a machine that rests is not. */
    private static final int TRIES = 3;

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private MessageTextTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        check(MessageText.of(text, "ann"));
        if (!text.isEmpty() && text.length() <= LONGEST) {
            String longest = text.repeat(LONGEST / text.length());
            long nanos = Long.MAX_VALUE;
            for (int i = 0; i < TRIES && nanos > MOST_NANOS; i++) {
                long start = System.nanoTime();
                check(MessageText.of(longest, "ann"));
                nanos = System.nanoTime() - start;
            }
            if (nanos > MOST_NANOS) {
                throw new AssertionError(TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
            }
        }
    }

    private static void check(MessageText message) {
        int end = 0;
        for (MessageText.Block block : message.blocks()) {
            for (MessageText.Piece piece : block.pieces()) {
                if (piece.start() < end
                        || piece.end() < piece.start()
                        || piece.end() > message.text().length()) {
                    throw new AssertionError(piece + " in " + message);
                }
                end = piece.end();
            }
        }
    }
}
