package chat.snug.ui.composer;

import chat.snug.client.MessageLimit;
import java.nio.charset.StandardCharsets;

/**
 * How much of what one message may be is used up, in the words' own letters rather than in bytes.
 */
sealed interface MessageSize {
    /** Nothing to worry about. */
    record Roomy() implements MessageSize {}

    /** Soon full: about so many more letters of this kind. */
    record Nearly(int left) implements MessageSize {}

    /** More than one message may be: the host gets it in parts. */
    record Several() implements MessageSize {}

    /** More than anybody may send at once: about so many letters too many. */
    record TooLong(int over) implements MessageSize {}

    /** From here on a person is told. */
    double NEARLY = 0.8;

    /**
     * What {@code text} is.
     *
     * @param limit what the host takes
     * @param conversation whom it is for, whose name goes on every line
     */
    static MessageSize of(StyledText text, MessageLimit limit, String conversation) {
        String encoded = text.encoded();
        int bytes = bytes(encoded);
        int lines = Math.toIntExact(encoded.lines().limit(MessageLimit.MOST_LINES + 1L).count());
        int letters = text.text().codePointCount(0, text.text().length());
        if (bytes > MessageLimit.MOST_BYTES) {
            return new TooLong(letters(bytes - MessageLimit.MOST_BYTES, letters, bytes));
        }
        if (lines > MessageLimit.MOST_LINES) {
            return new TooLong(letters);
        }
        int most = limit.lines() == 1 ? limit.bytes() - bytes(conversation) : limit.bytes();
        if (bytes > most || lines > limit.lines()) {
            return new Several();
        }
        return bytes < NEARLY * most
                ? new Roomy()
                : new Nearly(letters(most - bytes, letters, bytes));
    }

    private static int letters(int bytes, int letters, int ofBytes) {
        return (int) Math.floor((double) bytes * letters / Math.max(1, ofBytes));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
