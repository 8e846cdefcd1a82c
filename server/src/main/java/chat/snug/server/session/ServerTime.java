package chat.snug.server.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes times as IRCv3 server-time wants them, {@code 2011-10-19T16:40:51.620Z}. Many messages
 * have the same second, and a broadcast has one time for all, so the last one is kept.
 */
public final class ServerTime {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private long second = Long.MIN_VALUE;
    private String secondText = "";
    private long millis = Long.MIN_VALUE;
    private String text = "";

    /**
     * Reads a time: the wanted form, and whatever else is an instant of ISO 8601 in UTC.
     *
     * @return milliseconds of the epoch, null if it is no time
     */
    public static @Nullable Long parse(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    /** The text for a time in milliseconds of the epoch. */
    public String text(long time) {
        if (time != millis) {
            long newSecond = Math.floorDiv(time, 1000L);
            if (newSecond != second) {
                secondText = SECOND.format(Instant.ofEpochSecond(newSecond));
                second = newSecond;
            }
            int rest = Math.floorMod(time, 1000);
            text =
                    secondText
                            + (char) ('0' + rest / 100)
                            + (char) ('0' + rest / 10 % 10)
                            + (char) ('0' + rest % 10)
                            + 'Z';
            millis = time;
        }
        return text;
    }
}
