package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.net.ConnectFailure;
import chat.snug.net.Tls;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a host is spoken with in private, and what it means when that does not work. */
final class Encryption {
    private Encryption() {}

    /** For one address; {@code context} as {@link Trust#context()} gives it. */
    static Tls of(SSLContext context, Address address, ClientOptions options) {
        String host = address.host();
        int zone = host.indexOf('%');
        String name = zone < 0 ? host : host.substring(0, zone);
        // The dot of the root belongs to looking up, not to a certificate.
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Tls.connecting(context, bare, address.port(), options.lookups());
    }

    /** What to tell of a handshake that failed. */
    static Failure failure(ConnectFailure why) {
        Throwable cause = why.cause();
        if (cause == null) {
            return new Failure(Kind.ENCRYPTION_FAILED, "");
        }
        Untrusted untrusted = untrusted(cause);
        if (untrusted != null) {
            return new Failure(kind(untrusted.reason()), "");
        }
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof ClosedChannelException || cause instanceof SocketException) {
            return new Failure(Kind.ENCRYPTION_FAILED, "");
        }
        if (text.contains("nrecognized SSL message")) { // the JDK has it with and without a capital
            return new Failure(Kind.NOT_ENCRYPTED, "");
        }
        return text.contains("protocol_version")
                ? new Failure(Kind.ENCRYPTION_TOO_OLD, "")
                : new Failure(Kind.ENCRYPTION_FAILED, text);
    }

    private static Kind kind(Untrusted.Reason reason) {
        return switch (reason) {
            case EXPIRED -> Kind.CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> Kind.CERTIFICATE_NOT_YET_VALID;
            case WRONG_NAME -> Kind.CERTIFICATE_OF_ANOTHER;
            case UNKNOWN_ISSUER -> Kind.CERTIFICATE_UNKNOWN;
        };
    }

    private static @Nullable Untrusted untrusted(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof Untrusted untrusted) {
                return untrusted;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
