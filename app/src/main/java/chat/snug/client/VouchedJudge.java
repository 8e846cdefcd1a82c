package chat.snug.client;

import chat.snug.client.Untrusted.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The platform's judgement, with its reason in words that a screen can translate: where a trusted
 * signature, the right name or the right time is missing, the {@link Untrusted} says which.
 */
final class VouchedJudge extends Judge {
    private final X509ExtendedTrustManager platform;

    VouchedJudge(X509ExtendedTrustManager platform) {
        this.platform = platform;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine)
            throws CertificateException {
        try {
            platform.checkServerTrusted(chain, how, engine);
        } catch (CertificateException e) {
            throw why(chain, how, e);
        }
    }

    private Untrusted why(X509Certificate[] chain, String how, CertificateException refused) {
        try {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        } catch (CertificateExpiredException e) {
            return new Untrusted(Reason.EXPIRED, refused);
        } catch (CertificateNotYetValidException e) {
            return new Untrusted(Reason.NOT_YET_VALID, refused);
        }
        try {
            // The same judgement, but for the name.
            platform.checkServerTrusted(chain, how);
            return new Untrusted(Reason.WRONG_NAME, refused);
        } catch (CertificateException e) {
            return new Untrusted(Reason.UNKNOWN_ISSUER, refused);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
