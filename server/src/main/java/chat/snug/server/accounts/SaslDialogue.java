package chat.snug.server.accounts;

import chat.snug.account.ScramExchange;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far one client is in proving who it is, and the lines of its response that have come so far
 * (<a href="https://ircv3.net/specs/extensions/sasl-3.1">IRCv3 SASL</a>, the AUTHENTICATE command).
 *
 * <pre>
 *   IDLE ──mechanism──► STARTED ──response of PLAIN──► IDLE
 *                          └──client-first──► CHALLENGED ──client-final──► PROVED ──empty──► IDLE
 * </pre>
 */
public final class SaslDialogue {
    /** A line of this length is followed by another one. */
    public static final int LINE_BYTES = 400;

    public static final String EMPTY = "+";
    public static final String ABORT = "*";

    /** Where a dialogue is. */
    public enum State {
        IDLE,
        STARTED,
        CHALLENGED,
        PROVED
    }

    /** What a line was. */
    public enum Line {
        /** More lines have to come. */
        UNFINISHED,
        /** The response is whole. */
        COMPLETE,
        TOO_LONG
    }

    public State state = State.IDLE;

    /** How often it failed. */
    public int failures;

    /** The one in use, if the state is not IDLE. */
    public @Nullable SaslMechanism mechanism;

    /** As whom the client logs in, once it has said so and if there is such an account. */
    public @Nullable Account account;

    /** Only of the mechanism that has it. */
    public @Nullable ScramExchange scram;

    private final StringBuilder response = new StringBuilder();

    /** Everything but how often it failed is forgotten. */
    public void reset() {
        state = State.IDLE;
        mechanism = null;
        account = null;
        scram = null;
        response.setLength(0);
        response.trimToSize();
    }

    /** Takes one more line of a response. */
    public Line add(String data, int maxBytes) {
        if (data.length() > LINE_BYTES || response.length() + data.length() > maxBytes) {
            return Line.TOO_LONG;
        }
        if (!data.equals(EMPTY)) {
            response.append(data);
        }
        return data.length() == LINE_BYTES ? Line.UNFINISHED : Line.COMPLETE;
    }

    /** The response that is whole now, or null if it is no base64. */
    public byte @Nullable [] take() {
        String base64 = response.toString();
        response.setLength(0);
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
