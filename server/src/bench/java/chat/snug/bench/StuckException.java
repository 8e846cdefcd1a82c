package chat.snug.bench;

import org.jspecify.annotations.Nullable;

/** The server stopped answering before a phase was through, so there is nothing to measure. */
final class StuckException extends Exception {
    private static final long serialVersionUID = 1;

    StuckException(String what, int reached, @Nullable String refusal, @Nullable String loss) {
        super(
                "stuck while %s, %,d done%s%s"
                        .formatted(
                                what,
                                reached,
                                refusal == null ? "" : "; the server said: " + refusal,
                                loss == null ? "" : "; " + loss));
    }
}
