package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.net.ConnectFailure;
import chat.snug.net.Tls;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** How a host is spoken with in private, and what it means when that does not work. */
final class Encryption {
    private final Route.Way way;
    private final SSLContext context;
    private final @Nullable FirstUseJudge firstUse;

    /**
     * @param context demands of the other side what {@code way} says
     * @param firstUse who notes how a new host is met, where it is met
     */
    Encryption(Route.Way way, SSLContext context, @Nullable FirstUseJudge firstUse) {
        this.way = way;
        this.context = context;
        this.firstUse = firstUse;
    }

    /**
     * For one connection.
     *
     * @param begun told by which engine, before it begins
     */
    Tls tls(Address address, int port, Executor tasks, Consumer<SSLEngine> begun) {
        String host = address.host();
        int zone = host.indexOf('%');
        String name = zone < 0 ? host : host.substring(0, zone);
        // The dot of the root belongs to looking up, not to a certificate.
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        Tls usual = Tls.connecting(context, bare, port, tasks);
        return new Tls(
                context,
                with -> {
                    SSLEngine engine = usual.engines().apply(with);
                    begun.accept(engine);
                    return engine;
                },
                tasks);
    }

    /** What a connection has come to whose handshake went well. */
    Secrecy secrecy(SSLEngine engine) throws SSLPeerUnverifiedException {
        X509Certificate shown = (X509Certificate) engine.getSession().getPeerCertificates()[0];
        Proof proof =
                switch (way) {
                    case Route.Plain _ -> throw new IllegalStateException("not encrypted");
                    case Route.Vouched _ -> Proof.VOUCHED;
                    case Route.ByKey expected -> expected.proof();
                    case Route.FirstUse _ -> {
                        boolean vouched = firstUse != null && firstUse.vouches(engine);
                        yield vouched ? Proof.VOUCHED : Proof.FIRST_USE;
                    }
                };
        return new Secrecy(proof, Fingerprint.of(shown));
    }

    /** Whether the other side has shown that it knows no encryption. */
    static boolean isUnknownThere(ConnectFailure why) {
        return switch (why.kind()) {
            case HUNG_UP -> true;
            case INSECURE -> answeredPlain(why.cause());
            case REFUSED, TIMED_OUT, UNREACHABLE, CANCELLED, OTHER -> false;
        };
    }

    private static boolean answeredPlain(@Nullable Throwable cause) {
        String text = cause == null ? null : cause.getMessage();
        // The JDK has it with and without a capital.
        return text != null && text.contains("nrecognized SSL message");
    }

    /** What to tell of a handshake that failed. */
    static Failure failure(ConnectFailure why, Route.Way way) {
        Throwable cause = why.cause();
        if (cause == null) {
            return new Failure(Kind.ENCRYPTION_FAILED, "");
        }
        OtherKey other = cause(cause, OtherKey.class);
        if (other != null) {
            return other.keys().failure();
        }
        Untrusted untrusted = cause(cause, Untrusted.class);
        if (untrusted != null) {
            return new Failure(kind(untrusted.reason()), "");
        }
        if (answeredPlain(cause)) {
            return new Failure(
                    encryptedBefore(way) ? Kind.ENCRYPTION_GONE : Kind.NOT_ENCRYPTED, "");
        }
        if (cause instanceof ClosedChannelException || cause instanceof SocketException) {
            return new Failure(Kind.ENCRYPTION_FAILED, "");
        }
        String text = cause.getMessage() == null ? "" : cause.getMessage();
        return text.contains("protocol_version")
                ? new Failure(Kind.ENCRYPTION_TOO_OLD, "")
                : new Failure(Kind.ENCRYPTION_FAILED, text);
    }

    /** Whether something speaks for it that the one who was meant encrypts. */
    private static boolean encryptedBefore(Route.Way way) {
        return switch (way) {
            case Route.ByKey _ -> true;
            case Route.Vouched(boolean before) -> before;
            case Route.FirstUse _, Route.Plain _ -> false;
        };
    }

    private static Kind kind(Untrusted.Reason reason) {
        return switch (reason) {
            case EXPIRED -> Kind.CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> Kind.CERTIFICATE_NOT_YET_VALID;
            case WRONG_NAME -> Kind.CERTIFICATE_OF_ANOTHER;
            case UNKNOWN_ISSUER -> Kind.CERTIFICATE_UNKNOWN;
        };
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (wanted.isInstance(cause)) {
                return wanted.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
