package chat.snug.client;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a host demands of the connections to it (<a
 * href="https://ircv3.net/specs/extensions/sts">Strict Transport Security</a>): in plain words it
 * can only ask to be called elsewhere and encrypted, and on an encrypted connection that is proven
 * it can bind us for later. Belongs to the loop's thread.
 */
final class Strictness {
    private final Address address;
    private final Trust trust;
    private Secrecy secrecy = Secrecy.NONE;
    private int port;
    private boolean bound;
    private int upgrade;

    Strictness(Address address, Trust trust) {
        this.address = address;
        this.trust = trust;
    }

    /** A connection is open. */
    void opened(Secrecy now, InetSocketAddress remote) {
        secrecy = now;
        port = remote.getPort();
        bound = false;
        upgrade = 0;
    }

    /**
     * Whether nothing but the question what the host wants may be said at first: what goes in plain
     * to a name may have to go elsewhere. No policy is about a number.
     */
    boolean cautious() {
        return !secrecy.encrypted() && !Address.isLiteral(address.host());
    }

    /** The host has said what it demands; true if this connection is of no use any more. */
    boolean demands(StsOffer offer) {
        if (!secrecy.encrypted()) {
            upgrade = offer.port();
            return upgrade > 0;
        }
        // Only where the certificate was looked at "without any errors".
        if (secrecy.proof() == Secrecy.Proof.VOUCHED && offer.duration() != null) {
            bound = !offer.duration().isZero();
            trust.hosts().policy(address.host(), port, offer.duration());
        }
        return false;
    }

    /** The connection is gone, and by what way to come back at once if the host asked for one. */
    @Nullable Route gone() {
        if (bound) {
            // "Clients MUST reschedule the expiry time when closing connections."
            trust.hosts().refresh(address.host());
            bound = false;
        }
        int to = upgrade;
        upgrade = 0;
        return to == 0 ? null : Route.upgraded(to);
    }

    /** Whether the host asked to be called elsewhere. */
    boolean wantsUpgrade() {
        return upgrade > 0;
    }
}
