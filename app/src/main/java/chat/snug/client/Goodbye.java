package chat.snug.client;

import chat.snug.client.Failure.Kind;
import java.util.Locale;

/** Reads the reason out of an ERROR, which is free text on every host (RFC 2812, section 3.7.4). */
final class Goodbye {
    private static final String[] CLOSED = {
        "closed the room", "shutting down", "shutdown", "restart", "terminating", "closing down"
    };
    private static final String[] BANNED = {
        "banned", "k-line", "g-line", "z-line", "d-line", "k:line", "g:line", "z:line", "d:line",
        "kline", "gline", "zline", "dline", "akill", "killed"
    };
    private static final String[] FULL = {
        "full", "too many", "limit", "no more", "maximum", "throttl", "too fast", "busy"
    };
    private static final String[] PLAIN = {
        "connect with tls", "use tls", "use ssl", "tls required", "ssl required", "requires tls"
    };
    private static final String[] SILENT = {"timeout", "timed out", "time out"};

    private Goodbye() {}

    /** What the text means while registering, when the host turns somebody away. */
    static Kind beforeWelcome(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (holds(lower, CLOSED)) {
            return Kind.CLOSED_BY_HOST;
        }
        if (holds(lower, PLAIN)) {
            return Kind.ENCRYPTION_NEEDED;
        }
        if (lower.contains("password")) {
            return Kind.WRONG_PASSWORD;
        }
        if (holds(lower, BANNED)) {
            return Kind.REFUSED;
        }
        if (holds(lower, SILENT)) {
            return Kind.NO_ANSWER;
        }
        return holds(lower, FULL) ? Kind.HOST_FULL : Kind.REFUSED;
    }

    /** What the text means to somebody who was in. */
    static Kind afterWelcome(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (holds(lower, CLOSED)) {
            return Kind.CLOSED_BY_HOST;
        }
        if (holds(lower, PLAIN)) {
            return Kind.ENCRYPTION_NEEDED;
        }
        if (holds(lower, BANNED)) {
            return Kind.REFUSED;
        }
        return holds(lower, SILENT) ? Kind.TIMED_OUT : Kind.CONNECTION_LOST;
    }

    private static boolean holds(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
