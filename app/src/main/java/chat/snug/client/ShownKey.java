package chat.snug.client;

import chat.snug.key.OwnKey;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * To whom the key of this computer is shown. Rooms know people by it, so it is shown to whoever
 * proves itself by a key of its own, as rooms do. A network could only follow people by it: one for
 * which somebody vouches is shown it if the person wants that, and not else.
 */
final class ShownKey {
    private ShownKey() {}

    /**
     * What to prove on a connection, null for nothing.
     *
     * @param everywhere whether the person wants to be known by the key, whoever it is
     */
    static KeyManager @Nullable [] to(Route.Way way, @Nullable OwnKey key, boolean everywhere) {
        if (key == null) {
            return null;
        }
        return switch (way) {
            case Route.Plain _ -> null;
            case Route.Vouched _ -> everywhere ? key.keyManagers() : null;
            case Route.ByKey _, Route.FirstUse _ ->
                    everywhere ? key.keyManagers() : new KeyManager[] {new ToRooms(key)};
        };
    }

    /** Whether a connection whose handshake is over has shown a key. */
    static boolean wasShown(@Nullable SSLEngine engine) {
        return engine != null && engine.getSession().getLocalCertificates() != null;
    }

    /** Looks at the other side's certificate first: rooms have made theirs themselves. */
    private static final class ToRooms extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager own;

        ToRooms(OwnKey key) {
            own = (X509ExtendedKeyManager) key.keyManagers()[0];
        }

        private static boolean isRoom(SSLEngine engine) {
            SSLSession session = engine.getHandshakeSession();
            try {
                Certificate[] shown =
                        session == null ? new Certificate[0] : session.getPeerCertificates();
                return shown.length == 1
                        && shown[0] instanceof X509Certificate certificate
                        && certificate
                                .getIssuerX500Principal()
                                .equals(certificate.getSubjectX500Principal());
            } catch (SSLPeerUnverifiedException _) {
                return false;
            }
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return engine != null && isRoom(engine)
                    ? own.chooseEngineClientAlias(types, issuers, engine)
                    : null;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return own.getClientAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return own.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return own.getPrivateKey(alias);
        }
    }
}
