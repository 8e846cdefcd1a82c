package chat.snug.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What is said of a failure where there may be no memory left to say it. */
final class LastWords {
    private LastWords() {}

    /**
     * Logs, and never throws: whoever calls this has something to go on with.
     *
     * @param text with a place for {@code about}
     */
    static void say(Logger log, String text, @Nullable Object about, Throwable failure) {
        try {
            log.error(text, about, failure);
        } catch (RuntimeException | Error _) {
            // Nobody can be told.
        }
    }
}
