package chat.snug.client;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes any key of a host that is met for the first time, and notes whether somebody vouches for
 * it: a host that can prove its name is held to that later, and may change its key.
 */
final class FirstUseJudge extends Judge {
    private static final Logger LOG = LoggerFactory.getLogger(FirstUseJudge.class);

    private final X509ExtendedTrustManager platform;
    private final Set<SSLEngine> vouched = ConcurrentHashMap.newKeySet();

    FirstUseJudge(X509ExtendedTrustManager platform) {
        this.platform = platform;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine) {
        try {
            platform.checkServerTrusted(chain, how, engine);
            vouched.add(engine);
        } catch (CertificateException e) {
            LOG.debug("met by its key, as nobody vouches for it: {}", e.toString());
        }
    }

    /** Whether somebody vouches for the host that this engine has met. */
    boolean vouches(SSLEngine engine) {
        return vouched.contains(engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
