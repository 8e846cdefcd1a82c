package chat.snug.client;

/**
 * What a host takes as one message; a longer text goes out as several.
 *
 * @param bytes of UTF-8; where it takes only one line, the name of the conversation is among them
 * @param lines how many
 */
public record MessageLimit(int bytes, int lines) {
    /** A text of more bytes would overrun what waits to be sent: it is refused. */
    public static final int MOST_BYTES = 64 * 1024;

    /** As for a text of more lines. */
    public static final int MOST_LINES = 1000;

    /** Before a host has told anything. */
    public static final MessageLimit USUAL = new MessageLimit(400, 1);
}
