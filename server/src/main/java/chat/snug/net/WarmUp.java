package chat.snug.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import tlschannel.NeedsReadException;
import tlschannel.NeedsTaskException;
import tlschannel.TlsChannel;

/**
 * Both sides of an encrypted connection within this process, without a socket. What is done for the
 * first time takes tens of milliseconds: classes are loaded, providers looked for. Done here before
 * anybody comes, it holds up nobody who is there already.
 */
final class WarmUp {
    private static final int CAPACITY = 64 * 1024;
    private static final int MOST_STEPS = 100;

    private final TlsChannel server;
    private final TlsChannel client;

    /**
     * @param tls of the side that is connected to
     */
    WarmUp(Tls tls) throws GeneralSecurityException {
        ByteBuffer up = ByteBuffer.allocate(CAPACITY);
        ByteBuffer down = ByteBuffer.allocate(CAPACITY);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Itself()}, null);
        SSLEngine connecting = trusting.createSSLEngine();
        connecting.setUseClientMode(true);
        server = TlsWire.over(ciphertext(up, down), tls.engine(), tls.context());
        client = TlsWire.over(ciphertext(down, up), connecting, trusting);
    }

    private static Ciphertext ciphertext(ByteBuffer in, ByteBuffer out) {
        Ciphertext ciphertext = new Ciphertext(new End(in, out), null);
        ciphertext.allow(Integer.MAX_VALUE);
        return ciphertext;
    }

    /**
     * Shakes hands, and lets the client say something that the server says back.
     *
     * @return what the client hears
     * @throws IOException if there is no encrypted connection
     */
    String talk(String said) throws IOException {
        boolean done = false;
        for (int i = 0; i < MOST_STEPS && !done; i++) {
            boolean clientIsDone = shakeHands(client);
            done = shakeHands(server) && clientIsDone;
        }
        return pass(client, server, pass(server, client, said));
    }

    private static boolean shakeHands(TlsChannel side) throws IOException {
        try {
            side.handshake();
            return true;
        } catch (NeedsReadException _) {
            return false;
        } catch (NeedsTaskException e) {
            e.getTask().run();
            return false;
        }
    }

    private static String pass(TlsChannel to, TlsChannel from, String said) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(CAPACITY);
        from.write(StandardCharsets.UTF_8.encode(said));
        to.read(heard);
        return StandardCharsets.UTF_8.decode(heard.flip()).toString();
    }

    /** The server that is met is the one beside. */
    private static final class Itself extends AnyProof {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}
    }

    /** One end of a line. */
    private record End(ByteBuffer in, ByteBuffer out) implements ByteChannel {
        @Override
        public int read(ByteBuffer bytes) {
            in.flip();
            int count = Math.min(in.remaining(), bytes.remaining());
            bytes.put(in.slice(0, count));
            in.position(count).compact();
            return count;
        }

        @Override
        public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            out.put(bytes);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
