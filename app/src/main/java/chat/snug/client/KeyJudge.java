package chat.snug.client;

import chat.snug.key.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;

/**
 * Takes one key and no other. That the host has the key is proven by TLS itself; names, times and
 * signatures of a certificate that a host has made out to itself prove nothing.
 */
final class KeyJudge extends Judge {
    private final Route.ByKey expected;

    KeyJudge(Route.ByKey expected) {
        this.expected = expected;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine)
            throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0]);
        if (!shown.equals(expected.key())) {
            throw new OtherKey(Route.mismatch(expected, shown));
        }
    }
}
