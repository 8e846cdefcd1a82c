package chat.snug.client;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks at what a host shows; hosts that connect to us are none of its business. */
abstract class Judge extends X509ExtendedTrustManager {
    @Override
    public abstract void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine)
            throws CertificateException;

    private static CertificateException notHere() {
        return new CertificateException("only hosts that this side connects to by an engine");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket)
            throws CertificateException {
        throw notHere();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String how)
            throws CertificateException {
        throw notHere();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine)
            throws CertificateException {
        throw notHere();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket)
            throws CertificateException {
        throw notHere();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String how)
            throws CertificateException {
        throw notHere();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
