package chat.snug.client;

import chat.snug.key.Fingerprint;
import chat.snug.trust.KnownHost;
import chat.snug.trust.KnownHosts;
import chat.snug.trust.StsPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How a host is spoken with this time, decided before anything is sent: from the address, from how
 * the host was met before, and from what it has asked for. Whoever was met encrypted is never
 * spoken with in plain, and whoever was met by a key by that key only.
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
     * @param known whether the host was met by it, or an invite names it
     * @param checked whether the person has compared its words
     */
    record ByKey(Fingerprint key, boolean known, boolean checked) implements Way {}

    /**
     * Any key: it is met for the first time.
     *
     * @param orElsePlain whether it will do without, if the other side knows no encryption
     */
    record FirstUse(boolean orElsePlain) implements Way {}

    /** Blocks, to look at what is known. */
    static Route to(Address address, KnownHosts hosts) {
        KnownHost known = hosts.get(address.host(), address.port());
        Fingerprint pin = address.pin();
        if (pin != null) {
            boolean met = known instanceof KnownHost.ByKey by && by.key().equals(pin);
            boolean checked = met && known instanceof KnownHost.ByKey by && by.checked();
            return new Route(address.port(), new ByKey(pin, met, checked));
        }
        return switch (address.scheme()) {
            case IRCS -> new Route(address.port(), new Vouched(known instanceof KnownHost.Vouched));
            case SNUG ->
                    new Route(address.port(), known == null ? new FirstUse(false) : met(known));
            case BARE -> unpinned(address, known, hosts, new FirstUse(true));
            case IRC -> unpinned(address, known, hosts, new Plain());
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
            case KnownHost.ByKey(Fingerprint key, _, boolean checked) ->
                    new ByKey(key, true, checked);
            case KnownHost.Vouched _ -> new Vouched(true);
        };
    }

    /** Where it encrypts after a host has asked for that (STS, upgrade policy). */
    static Route upgraded(int port) {
        return new Route(port, new Vouched(true));
    }

    /** Why whoever shows {@code shown} is not the one. */
    static KeyMismatch mismatch(ByKey expected, Fingerprint shown) {
        return new KeyMismatch(expected.key(), shown, expected.known());
    }
}
