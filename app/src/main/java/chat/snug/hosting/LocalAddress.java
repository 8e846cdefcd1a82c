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
    /**
     * The address as text, IPv6 without brackets. The zone stays with a link-local address alone:
     * it names an interface of this computer and means nothing on another.
     */
    public String host() {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 || address.isLinkLocalAddress() ? text : text.substring(0, zone);
    }
}
