package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.net.Tls;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms are shown by which key to know people again; networks only if the person wants that. */
class ShownKeyTest {
    private static final OwnKey MINE = OwnKey.make();
    private static final OwnKey ROOM = OwnKey.make();
    private static final Route.Way FIRST_USE = new Route.FirstUse(true);
    private static Authority authority;

    @BeforeAll
    static void found() throws Exception {
        authority = new Authority();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aRoomIsShownTheKey(String protocol) throws Exception {
        SSLContext room = asking(ROOM.keyManagers());
        Route.Way pinned = new Route.ByKey(ROOM.fingerprint(), false, Proof.INVITE);

        assertThat(shown(protocol, room, pinned, false)).isEqualTo(MINE.fingerprint());
        assertThat(shown(protocol, room, FIRST_USE, false)).isEqualTo(MINE.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aNetworkIsShownItOnlyToWhomThatWasSaid(String protocol) throws Exception {
        SSLContext network = asking(authority.proof().managers());
        Route.Way vouched = new Route.Vouched(false);

        assertThat(shown(protocol, network, FIRST_USE, false)).isNull();
        assertThat(shown(protocol, network, vouched, false)).isNull();
        assertThat(shown(protocol, network, vouched, true)).isEqualTo(MINE.fingerprint());
        assertThat(shown(protocol, network, FIRST_USE, true)).isEqualTo(MINE.fingerprint());
    }

    /** An invite of somebody's own may name the key of a network. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aNetworkIsNotShownItBecauseAnInviteNamesItsKey(String protocol) throws Exception {
        Authority.Proof proof = authority.proof();
        SSLContext network = asking(proof.managers());
        Fingerprint key = Fingerprint.of(proof.keys().getPublic());
        Route.Way pinned = new Route.ByKey(key, false, Proof.INVITE);

        assertThat(shown(protocol, network, pinned, false)).isNull();
        assertThat(shown(protocol, network, pinned, true)).isEqualTo(MINE.fingerprint());
    }

    /** What the other side sees of me after a handshake. */
    private static @Nullable Fingerprint shown(
            String protocol, SSLContext there, Route.Way way, boolean everywhere) throws Exception {
        Encryption encryption =
                Objects.requireNonNull(
                        authority.trust().encryption(way, ShownKey.to(way, MINE, everywhere)));
        Address address = new Address("127.0.0.1", 6697, true, null, null);
        Tls tls = encryption.tls(address, 6697, Runnable::run, _ -> {});
        SSLEngine here = tls.engines().apply(tls.context());
        here.setEnabledProtocols(new String[] {protocol});
        SSLEngine other = there.createSSLEngine();
        other.setUseClientMode(false);
        other.setWantClientAuth(true);
        shakeHands(here, other);
        try {
            X509Certificate proved = (X509Certificate) other.getSession().getPeerCertificates()[0];
            assertThat(ShownKey.wasShown(here)).isTrue();
            return Fingerprint.of(proved);
        } catch (SSLPeerUnverifiedException _) {
            assertThat(ShownKey.wasShown(here)).isFalse();
            return null;
        }
    }

    /** For a host that takes whatever key it is shown. */
    static SSLContext asking(KeyManager[] own) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own, Anybody.trusted(), null);
        return context;
    }

    private static void shakeHands(SSLEngine client, SSLEngine server) throws Exception {
        int size = client.getSession().getPacketBufferSize();
        ByteBuffer toServer = ByteBuffer.allocate(4 * size);
        ByteBuffer toClient = ByteBuffer.allocate(4 * size);
        client.beginHandshake();
        server.beginHandshake();
        for (int turn = 0; turn < 200 && !(isDone(client) && isDone(server)); turn++) {
            step(client, toClient, toServer);
            step(server, toServer, toClient);
        }
        assertThat(isDone(client) && isDone(server)).as("the handshake is over").isTrue();
    }

    private static boolean isDone(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws Exception {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        ByteBuffer words = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                Runnable task = engine.getDelegatedTask();
                if (task != null) {
                    task.run();
                }
            }
            case NEED_WRAP -> engine.wrap(nothing, out);
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> {
                in.flip();
                engine.unwrap(in, words);
                in.compact();
            }
        }
    }
}
