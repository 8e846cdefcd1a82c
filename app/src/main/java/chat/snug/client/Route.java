package chat.snug.client;

import chat.snug.client.KeyMismatch.Between;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.trust.KnownHost;
import chat.snug.trust.KnownHosts;
import chat.snug.trust.StsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How a host is spoken with this time, decided before anything is sent: from the address, from how
 * the host was met before, and from what it has asked for. Whoever was met encrypted is never
 * spoken with in plain, and whoever was met by a key by that key only, whatever an invite says.
 *
 * @param port where to connect to
 */
record Route(int port, Way way) {
    /** What is demanded of the other side. */
    sealed interface Way {}

    /** Nothing. */
    record Plain() implements Way {}

    /**
     * A certificate that this computer trusts for the name.
     *
     * @param before whether the host has shown one before, or asked for it
     */
    record Vouched(boolean before) implements Way {}

    /**
     * This key.
     *
     * @param known whether the host was met by it, and not only named by an invite
     * @param proof what speaks for it
     */
    record ByKey(Fingerprint key, boolean known, Proof proof) implements Way {}

    /**
     * Any key: it is met for the first time.
     *
     * @param orElsePlain whether it will do without, if the other side knows no encryption
     */
    record FirstUse(boolean orElsePlain) implements Way {}

    /**
     * Blocks, to look at what is known.
     *
     * @throws ContradictingInvite if the address names a key, and the host is known otherwise
     */
    static Route to(Address address, KnownHosts hosts) throws ContradictingInvite {
        return to(address, hosts.get(address.host(), address.port()), hosts);
    }

    /** As above, to a room of this computer itself: whoever was met there before is another. */
    static Route home(Address address, KnownHosts hosts) throws ContradictingInvite {
        return to(address, null, hosts);
    }

    private static Route to(Address address, @Nullable KnownHost known, KnownHosts hosts)
            throws ContradictingInvite {
        Fingerprint pin = address.pin();
        if (pin != null) {
            return new Route(address.port(), invited(pin, known));
        }
        return switch (address.scheme()) {
            case IRCS -> new Route(address.port(), new Vouched(known instanceof KnownHost.Vouched));
            case SNUG ->
                    new Route(address.port(), known == null ? new FirstUse(false) : met(known));
            case BARE -> unpinned(address, known, hosts, new FirstUse(true));
            case IRC -> unpinned(address, known, hosts, new Plain());
        };
    }

    private static Way invited(Fingerprint pin, @Nullable KnownHost known)
            throws ContradictingInvite {
        return switch (known) {
            case null -> new ByKey(pin, false, Proof.INVITE);
            case KnownHost.ByKey host when host.key().equals(pin) -> met(host);
            case KnownHost.ByKey host ->
                    throw new ContradictingInvite(
                            new KeyMismatch(host.key(), pin, Between.KNOWN_AND_INVITE));
            case KnownHost.Vouched _ ->
                    throw new ContradictingInvite(
                            new KeyMismatch(null, pin, Between.KNOWN_AND_INVITE));
        };
    }

    private static Route unpinned(
            Address address, @Nullable KnownHost known, KnownHosts hosts, Way stranger) {
        if (known != null) {
            return new Route(address.port(), met(known));
        }
        StsPolicy policy = hosts.policy(address.host());
        return policy == null
                ? new Route(address.port(), stranger)
                : new Route(policy.port(), new Vouched(true));
    }

    private static Way met(KnownHost known) {
        return switch (known) {
            case KnownHost.ByKey host -> new ByKey(host.key(), true, proof(host));
            case KnownHost.Vouched _ -> new Vouched(true);
        };
    }

    /**
     * An invite that named the key at the first meeting speaks for it later too. One that names it
     * only afterwards does not: the app writes such addresses by itself.
     */
    private static Proof proof(KnownHost.ByKey host) {
        if (host.checked()) {
            return Proof.CHECKED;
        }
        return host.invited() ? Proof.INVITE : Proof.KNOWN;
    }

    /** Where it encrypts after a host has asked for that (STS, upgrade policy). */
    static Route upgraded(int port) {
        return new Route(port, new Vouched(true));
    }

    /** Why whoever shows {@code shown} is not the one. */
    static KeyMismatch mismatch(ByKey expected, Fingerprint shown) {
        return new KeyMismatch(
                expected.key(),
                shown,
                expected.known() ? Between.KNOWN_AND_SHOWN : Between.INVITE_AND_SHOWN);
    }
}
