package chat.snug.trust;

import java.net.InetAddress;
import java.util.Locale;

/** A host at a port, the same however its name or address is written. */
record Place(String host, int port) {
    Place {
        host = canonical(host);
    }

    /**
     * In small letters, without the dot of the root (or several, which nothing has), an address in
     * its longest form.
     */
    static String canonical(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.indexOf(':') >= 0) {
            try {
                return InetAddress.ofLiteral(name).getHostAddress();
            } catch (IllegalArgumentException _) {
                return name; // with a zone that this computer does not have
            }
        }
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(0, end);
    }
}
