package chat.snug.client;

import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.trust.KnownHosts;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What makes a host the one that was meant: the word of the authorities that this computer's Java
 * trusts, or of those of a store; or that it is known from before. Any thread; what looks at files
 * takes a while.
 */
public final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final @Nullable KeyStore store;
    private final KnownHosts hosts;
    private @Nullable X509ExtendedTrustManager authorities;
    private @Nullable SSLContext vouched;

    private Trust(@Nullable KeyStore store, KnownHosts hosts) {
        this.store = store;
        this.hosts = hosts;
    }

    /** Whom the platform trusts. */
    public static Trust ofSystem() {
        return ofSystem(KnownHosts.inMemory());
    }

    /** Whom the platform trusts, and whom this computer has met. */
    public static Trust ofSystem(KnownHosts hosts) {
        return new Trust(null, hosts);
    }

    /** Only whom the store names. */
    public static Trust of(KeyStore store) {
        return of(store, KnownHosts.inMemory());
    }

    /** Only whom the store names, and whom this computer has met. */
    public static Trust of(KeyStore store, KnownHosts hosts) {
        return new Trust(store, hosts);
    }

    /**
     * Does ahead what takes long when it is done first: reads whom the platform trusts, and greets
     * this computer itself. The first connection then does not wait for it. Blocks.
     *
     * @param own the key to greet with, null for none
     * @return whether the greeting went well
     */
    public boolean prepare(@Nullable OwnKey own) {
        X509ExtendedTrustManager platform;
        synchronized (this) {
            platform = authorities();
        }
        if (own == null) {
            return false;
        }
        SSLContext made = context(new FirstUseJudge(platform), own.keyManagers());
        try {
            return new SelfHandshake(made.createSSLEngine("localhost", 1), made.createSSLEngine())
                    .play();
        } catch (SSLException e) {
            LOG.debug("nothing was learnt from greeting oneself: {}", e.toString());
            return false;
        }
    }

    /** The hosts that this computer has met. */
    KnownHosts hosts() {
        return hosts;
    }

    /**
     * For one attempt to connect to a host that has to prove itself in this way; null where nothing
     * is encrypted.
     *
     * @param own what this side proves if it is asked to, null for nothing
     * @throws IllegalStateException if this Java cannot encrypt at all
     */
    synchronized @Nullable Encryption encryption(Route.Way way, KeyManager @Nullable [] own) {
        return switch (way) {
            case Route.Plain _ -> null;
            case Route.Vouched _ -> {
                if (own != null) {
                    yield new Encryption(way, context(new VouchedJudge(authorities()), own), null);
                }
                if (vouched == null) {
                    vouched = context(new VouchedJudge(authorities()), null);
                }
                yield new Encryption(way, vouched, null);
            }
            // A context of its own: what was agreed on before is not taken up again, so that the
            // other side has to show its key each time.
            case Route.ByKey key -> new Encryption(way, context(new KeyJudge(key), own), null);
            case Route.FirstUse _ -> {
                FirstUseJudge judge = new FirstUseJudge(authorities());
                yield new Encryption(way, context(judge, own), judge);
            }
        };
    }

    /**
     * A connection has come about: what it has shown holds from now on. Returns at once.
     *
     * @param port where the host was met
     */
    void met(Address address, int port, Secrecy secrecy) {
        Fingerprint key = secrecy.key();
        switch (secrecy.proof()) {
            case NONE -> {}
            case VOUCHED -> hosts.vouched(address.host(), port);
            case FIRST_USE, KNOWN, CHECKED -> {
                if (key != null) {
                    hosts.met(address.host(), port, key);
                }
            }
            case INVITE -> {
                if (key != null) {
                    hosts.metByInvite(address.host(), port, key);
                }
            }
        }
    }

    private static SSLContext context(TrustManager judge, KeyManager @Nullable [] own) {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(own, new TrustManager[] {judge}, null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no way to encrypt", e);
        }
    }

    private X509ExtendedTrustManager authorities() {
        if (authorities == null) {
            try {
                authorities = authoritiesOfPlatform();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("nobody to look at certificates", e);
            }
        }
        return authorities;
    }

    private X509ExtendedTrustManager authoritiesOfPlatform() throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager judge) {
                return judge;
            }
        }
        throw new GeneralSecurityException("no manager for X.509");
    }
}
