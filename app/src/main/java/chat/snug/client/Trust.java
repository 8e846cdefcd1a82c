package chat.snug.client;

import chat.snug.client.Untrusted.Reason;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose word is enough for a host to be who it says: the authorities that this computer's Java
 * trusts, or those of a store. Where theirs is missing the {@link Untrusted} says what is wrong.
 * Any thread; the first call reads a file and takes a while.
 */
public final class Trust {
    private final @Nullable KeyStore store;
    private @Nullable SSLContext context;

    private Trust(@Nullable KeyStore store) {
        this.store = store;
    }

    /** Whom the platform trusts. */
    public static Trust ofSystem() {
        return new Trust(null);
    }

    /** Only whom the store names. */
    public static Trust of(KeyStore store) {
        return new Trust(store);
    }

    /**
     * For connections that are made with this trust.
     *
     * @throws IllegalStateException if this Java cannot encrypt at all
     */
    synchronized SSLContext context() {
        if (context == null) {
            try {
                SSLContext made = SSLContext.getInstance("TLS");
                made.init(null, new TrustManager[] {new Judge(judgeOfPlatform())}, null);
                context = made;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no way to encrypt", e);
            }
        }
        return context;
    }

    private X509ExtendedTrustManager judgeOfPlatform() throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager judge) {
                return judge;
            }
        }
        throw new GeneralSecurityException("nobody to look at certificates");
    }

    /** The platform's judgement, with its reason in words that a screen can translate. */
    private static final class Judge extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager platform;

        Judge(X509ExtendedTrustManager platform) {
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
        public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket)
                throws CertificateException {
            platform.checkServerTrusted(chain, how, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how)
                throws CertificateException {
            platform.checkServerTrusted(chain, how);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine)
                throws CertificateException {
            platform.checkClientTrusted(chain, how, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket)
                throws CertificateException {
            platform.checkClientTrusted(chain, how, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how)
                throws CertificateException {
            platform.checkClientTrusted(chain, how);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return platform.getAcceptedIssuers();
        }
    }
}
