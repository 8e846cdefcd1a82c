package chat.snug.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a connection is encrypted: TLS 1.3 (RFC 8446) or 1.2 (RFC 5246), nothing older (RFC 8996). To
 * be used for any number of connections, from any thread.
 *
 * @param context keys and trust
 * @param engines makes the engine of one connection, configured to the last detail
 * @param tasks where the slow parts of a handshake run, such as looking at certificates: never the
 *     loop's thread
 */
public record Tls(SSLContext context, Function<SSLContext, SSLEngine> engines, Executor tasks) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int SESSIONS = 256;
    private static final AtomicBoolean WARM = new AtomicBoolean();
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    static {
        KeyChanges.watch();
    }

    /**
     * For the side that connects: tells the peer which name it looks for (RFC 6066, section 3) and
     * insists that the certificate is made out to it (RFC 9525).
     *
     * @param host the name that was asked for, or a literal address, as a certificate spells it
     */
    public static Tls connecting(SSLContext context, String host, int port, Executor tasks) {
        return new Tls(
                context,
                with -> {
                    SSLEngine engine = with.createSSLEngine(host, port);
                    engine.setUseClientMode(true);
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setProtocols(PROTOCOLS);
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    engine.setSSLParameters(parameters);
                    return engine;
                },
                tasks);
    }

    /**
     * For the side that is connected to: asks the peer for a certificate and takes any, also none;
     * see {@link Connection#peerCertificate}.
     *
     * @param keys what this side proves
     */
    public static Tls accepting(KeyManager[] keys, Executor tasks) {
        return new Tls(
                contextOf(keys),
                with -> {
                    SSLEngine engine = with.createSSLEngine();
                    engine.setUseClientMode(false);
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setProtocols(PROTOCOLS);
                    parameters.setWantClientAuth(true);
                    engine.setSSLParameters(parameters);
                    return engine;
                },
                tasks);
    }

    private static SSLContext contextOf(KeyManager[] keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new AnyProof()}, null);
            // For peers of TLS 1.2 without tickets; all others keep their sessions themselves.
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /**
     * Does once in memory what a connection does, for the side that is connected to, so that the
     * first one that comes does not take so long. Once in a process, on a thread that may take its
     * time.
     */
    public void warmUp() {
        if (WARM.compareAndSet(false, true)) {
            try {
                var _ = new WarmUp(this).talk("hello");
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                LOG.warn("the first encrypted connection will take its time", e);
            }
        }
    }

    SSLEngine engine() {
        return engines.apply(context);
    }
}
