package chat.snug.hosting;

import java.util.List;

/** The addresses of this computer that others may reach it by. */
public final class NetworkAddresses {
    private NetworkAddresses() {}

    /** The most likely first; loopback only if there is nothing else. Never empty. */
    public static List<LocalAddress> candidates() {
        return List.of();
    }
}
