package chat.snug.hosting;

import java.net.InetAddress;

/**
 * An address of this computer.
 *
 * @param address the address
 * @param network the name of the interface that holds it, for a person to tell several apart
 * @param loopback whether only this computer itself can use it
 */
public record LocalAddress(InetAddress address, String network, boolean loopback) {
    /** The address as text, IPv6 without brackets. */
    public String host() {
        return address.getHostAddress();
    }
}
