package chat.snug.hosting;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of this computer that others may reach it by. */
public final class NetworkAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkAddresses.class);

    /** How interfaces of containers, virtual machines and tunnels begin, or what they contain. */
    private static final List<String> VIRTUAL =
            List.of(
                    "docker",
                    "veth",
                    "br-",
                    "virbr",
                    "vmnet",
                    "vboxnet",
                    "vnic",
                    "lxc",
                    "lxd",
                    "cni",
                    "flannel",
                    "podman",
                    "kube",
                    "cali",
                    "tun",
                    "tap",
                    "utun",
                    "tailscale",
                    "wg",
                    "zt",
                    "ppp",
                    "ipsec",
                    "bridge",
                    "awdl",
                    "llw",
                    "anpi",
                    "ham",
                    "vethernet",
                    "isatap",
                    "teredo");

    private static final List<String> VIRTUAL_WORDS =
            List.of(
                    "virtual",
                    "vmware",
                    "hyper-v",
                    "wsl",
                    "vpn",
                    "wireguard",
                    "zerotier",
                    "docker");

    /** An address for documentation (RFC 5737): asking for the way there sends nothing. */
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress("192.0.2.1", 9);

    private NetworkAddresses() {}

    /**
     * What is known of one interface.
     *
     * @param name the system's name of it
     * @param label what the system shows to people, often the same
     */
    record Interface(
            String name,
            String label,
            boolean up,
            boolean loopback,
            boolean pointToPoint,
            List<InetAddress> addresses) {}

    /**
     * The most likely first: IPv4, then IPv6, of the local network; then those of containers and
     * tunnels. Loopback only if there is nothing else. Never empty. Blocks for a moment at most.
     */
    public static List<LocalAddress> candidates() {
        return ordered(interfaces(), outgoing());
    }

    /** This computer's name, if looking it up leads to one of its addresses. Blocks for that. */
    static List<String> names(List<LocalAddress> addresses) {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            List<InetAddress> own = addresses.stream().map(LocalAddress::address).toList();
            boolean found =
                    List.of(InetAddress.getAllByName(name)).stream().anyMatch(own::contains);
            return found && !own.isEmpty() && !addresses.getFirst().loopback()
                    ? List.of(name)
                    : List.of();
        } catch (UnknownHostException e) {
            LOG.debug("this computer's name leads nowhere: {}", e.toString());
            return List.of();
        }
    }

    /**
     * @param outgoing the address that this computer would speak from to the internet, if any: of
     *     two that are equally likely, that one
     */
    static List<LocalAddress> ordered(List<Interface> interfaces, @Nullable InetAddress outgoing) {
        record Ranked(LocalAddress address, int rank) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Interface one : interfaces) {
            for (InetAddress address : one.addresses()) {
                if (one.up() && !isUseless(address) && !isLoopback(one, address)) {
                    int rank = 2 * rank(one, address) + (address.equals(outgoing) ? 0 : 1);
                    ranked.add(new Ranked(new LocalAddress(address, one.label(), false), rank));
                }
            }
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        if (ranked.isEmpty()) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            return List.of(new LocalAddress(loopback, loopback.getHostName(), true));
        }
        return ranked.stream().map(Ranked::address).toList();
    }

    private static boolean isLoopback(Interface one, InetAddress address) {
        return one.loopback() || address.isLoopbackAddress();
    }

    /** A link-local IPv6 address needs a zone that differs from guest to guest. */
    private static boolean isUseless(InetAddress address) {
        boolean six = !(address instanceof Inet4Address);
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (six && address.isLinkLocalAddress());
    }

    private static int rank(Interface one, InetAddress address) {
        int family = address instanceof Inet4Address ? kind(address) : 4;
        return isVirtual(one) ? 10 + family : family;
    }

    /** Of IPv4: private, public, shared by a carrier or a mesh, and self-assigned. */
    private static int kind(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes[0] == 100 && (bytes[1] & 0xC0) == 64; // RFC 6598
        if (address.isLinkLocalAddress()) {
            return 5; // even behind IPv6: the network has no DHCP
        }
        return shared ? 2 : address.isSiteLocalAddress() ? 0 : 1;
    }

    private static boolean isVirtual(Interface one) {
        if (one.pointToPoint()) {
            return true;
        }
        String name = one.name().toLowerCase(Locale.ROOT);
        for (String start : VIRTUAL) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        String label = one.label().toLowerCase(Locale.ROOT);
        for (String word : VIRTUAL_WORDS) {
            if (label.contains(word)) {
                return true;
            }
        }
        return label.startsWith("vethernet") || label.startsWith("tailscale");
    }

    private static List<Interface> interfaces() {
        List<Interface> found = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                found.add(
                        new Interface(
                                one.getName(),
                                one.getDisplayName() == null ? one.getName() : one.getDisplayName(),
                                one.isUp(),
                                one.isLoopback(),
                                one.isPointToPoint(),
                                Collections.list(one.getInetAddresses())));
            }
        } catch (SocketException e) {
            LOG.warn("The addresses of this computer cannot be listed: {}", e.toString());
        }
        return found;
    }

    private static @Nullable InetAddress outgoing() {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(ANYWHERE);
            return channel.getLocalAddress() instanceof InetSocketAddress local
                    ? local.getAddress()
                    : null;
        } catch (IOException e) {
            LOG.debug("no way out of this computer: {}", e.toString());
            return null;
        }
    }
}
