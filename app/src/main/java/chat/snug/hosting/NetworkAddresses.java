package chat.snug.hosting;

/** The addresses of this computer that others may reach it by. */
public final class NetworkAddresses {
    private NetworkAddresses() {}
}
