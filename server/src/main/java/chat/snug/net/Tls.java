package chat.snug.net;

import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

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

    /** For the side that is connected to. */
    public static Tls accepting(SSLContext context, Executor tasks) {
        return new Tls(
                context,
                with -> {
                    SSLEngine engine = with.createSSLEngine();
                    engine.setUseClientMode(false);
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setProtocols(PROTOCOLS);
                    engine.setSSLParameters(parameters);
                    return engine;
                },
                tasks);
    }

    SSLEngine engine() {
        return engines.apply(context);
    }
}
