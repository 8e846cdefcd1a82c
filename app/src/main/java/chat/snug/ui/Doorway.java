package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.Identity;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.LocalAddress;
import chat.snug.trust.KnownHosts;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the screens need of the world outside: ways in, and a room of one's own. {@link House} is
 * the real one; tests put theirs here.
 */
public interface Doorway {
    /**
     * A link to a host that does nothing yet.
     *
     * @param hostKey what makes the app the host of its own room, or null
     * @param events called on another thread, in order; must not block
     */
    HostLink link(
            Address address,
            Identity identity,
            @Nullable String hostKey,
            Consumer<ClientEvent> events);

    /** Opens a room on this computer; blocks for a moment, so not on the JavaFX thread. */
    OpenRoom open(HostingOptions options) throws IOException;

    /** The hosts that this computer has met. */
    KnownHosts knownHosts();

    /** The addresses of this computer, the most likely first; blocks for a moment. */
    List<LocalAddress> localAddresses();
}
