package chat.snug.server.options;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What counts as one address where something is limited by address: an IPv4 address, and a whole
 * network of IPv6, because everybody there has 2^64 addresses of their own (RFC 4291, section
 * 2.5.1: the last 64 bits are the interface's).
 */
public final class Origin {
    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;

    private Origin() {}

    /** The address by which those are counted who come from the same place. */
    public static InetAddress of(InetAddress address) {
        return head(address, NETWORK_BYTES);
    }

    /**
     * The address by which those take turns who come from the same place: wider than {@link #of},
     * because whoever has a site of IPv6 has 2^16 networks in it (RFC 6177).
     */
    public static InetAddress site(InetAddress address) {
        return head(address, SITE_BYTES);
    }

    private static InetAddress head(InetAddress address, int length) {
        if (!(address instanceof Inet6Address) || address.isLoopbackAddress()) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, length, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
