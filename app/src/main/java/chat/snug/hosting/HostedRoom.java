package chat.snug.hosting;

import chat.snug.client.Address;
import java.io.IOException;
import java.util.List;

/** A room that this app hosts: the embedded server, and the address to hand out. */
public final class HostedRoom implements AutoCloseable {
    private HostedRoom() {}

    /**
     * Opens the room; blocks for a moment only.
     *
     * @throws PortTakenException if the person chose the port and it is taken
     * @throws IOException if there is no way to listen
     */
    public static HostedRoom open(HostingOptions options) throws IOException {
        if (options.room().isEmpty()) {
            throw new IOException("no name");
        }
        return new HostedRoom();
    }

    /** The address to hand out, with the room. */
    public Address address() {
        return new Address("localhost", Address.DEFAULT_PORT, false, null, null);
    }

    /** How the host's own app comes in: over loopback. */
    public Address hostAddress() {
        return new Address("localhost", Address.DEFAULT_PORT, false, null, null);
    }

    /** The secret for {@code ClientOptions.withHostKey}, by which the own app moderates. */
    public String hostKey() {
        return "";
    }

    /** Every address that could be handed out, the most likely first. */
    public List<LocalAddress> addresses() {
        return NetworkAddresses.candidates();
    }

    /** Tells everyone, sends what is queued, closes; bounded in time; any thread. */
    @Override
    public void close() {}
}
