package chat.snug.net;

import chat.snug.key.OwnKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Peers that encrypt, with the JDK's blocking sockets, and take whatever host they meet. */
public final class Encrypting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Encrypting() {}

    /** A client's side; {@code own} is what it proves to have, null for nothing. */
    public static SSLContext as(@Nullable OwnKey own) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : own.keyManagers(), trustingAnyone(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever the server is, it will do. */
    public static TrustManager[] trustingAnyone() {
        return new TrustManager[] {new Anyone()};
    }

    /** Connects and shakes hands. */
    public static SSLSocket connect(InetSocketAddress to, @Nullable OwnKey own, String... protocols)
            throws IOException {
        Socket plain = new Socket(to.getAddress(), to.getPort());
        plain.setSoTimeout((int) PATIENCE.toMillis());
        plain.setTcpNoDelay(true);
        SSLSocket socket = over(plain, own);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return socket;
    }

    /** The client's side over a socket that is connected, before the handshake. */
    static SSLSocket over(Socket plain, @Nullable OwnKey own) throws IOException {
        return (SSLSocket)
                as(own).getSocketFactory().createSocket(plain, "room.test", plain.getPort(), true);
    }

    /** What a client says first. */
    public static byte[] hello() throws IOException {
        SSLEngine engine = as(null).createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer bytes = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.beginHandshake();
        engine.wrap(ByteBuffer.allocate(0), bytes);
        byte[] hello = new byte[bytes.position()];
        bytes.flip().get(hello);
        return hello;
    }

    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
