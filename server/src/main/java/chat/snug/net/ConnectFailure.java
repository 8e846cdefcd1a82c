package chat.snug.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt to connect came to nothing.
 *
 * @param kind what to tell a person
 * @param cause what the operating system said, where it said anything
 */
public record ConnectFailure(Kind kind, @Nullable IOException cause) {
    /** The cases that a person can do something different about. */
    public enum Kind {
        /** The machine is there and nobody listens on the port. */
        REFUSED,
        /** No answer came in time. */
        TIMED_OUT,
        /** There is no way to that address from here. */
        UNREACHABLE,
        /** Somebody is there, and no encrypted connection could be agreed on; see the cause. */
        INSECURE,
        /** Somebody is there, and hung up without a word when asked for an encrypted connection. */
        HUNG_UP,
        /** Given up by this side, or the loop was closed. */
        CANCELLED,
        /** Something else; see the cause. */
        OTHER
    }

    static final ConnectFailure CANCELLED = new ConnectFailure(Kind.CANCELLED, null);
    static final ConnectFailure TIMED_OUT = new ConnectFailure(Kind.TIMED_OUT, null);

    /**
     * The JDK throws a {@code ConnectException} for both ECONNREFUSED and ETIMEDOUT; only the text,
     * which may be in any language, tells them apart. No route, network down and a firewall's
     * refusal are other kinds of {@code SocketException}.
     */
    static ConnectFailure of(IOException cause) {
        Kind kind =
                switch (cause) {
                    case ConnectException e when mentionsTimeOut(e) -> Kind.TIMED_OUT;
                    case ConnectException _ -> Kind.REFUSED;
                    case SocketException _ -> Kind.UNREACHABLE;
                    default -> Kind.OTHER;
                };
        return new ConnectFailure(kind, cause);
    }

    /**
     * @param heard whether the peer has said anything
     */
    static ConnectFailure ofHandshake(Throwable cause, boolean heard) {
        if (!heard && cause instanceof IOException e) {
            return new ConnectFailure(Kind.HUNG_UP, e);
        }
        IOException seen = cause instanceof IOException e ? e : new IOException(cause);
        return new ConnectFailure(Kind.INSECURE, seen);
    }

    private static boolean mentionsTimeOut(ConnectException e) {
        String message = e.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("timed out");
    }
}
