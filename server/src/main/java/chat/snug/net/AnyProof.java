package chat.snug.net;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Takes every certificate that a peer shows, whoever made it out and until when: it says which key
 * the peer has, and that it has it was proved by the handshake. Who that is, is for others to say.
 * For the side that is connected to; trusts nobody who is connected to.
 */
class AnyProof extends X509ExtendedTrustManager {
    /** What a peer shows is kept as long as it stays, so there is an end to it. */
    private static final int MAX_BYTES = 8 * 1024;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        int bytes = 0;
        for (X509Certificate certificate : chain) {
            bytes += certificate.getEncoded().length;
        }
        if (bytes > MAX_BYTES) {
            throw new CertificateException("more certificates than anybody needs");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("nobody is connected to from here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
