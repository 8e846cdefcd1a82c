package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.Secrecy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is in: what the first screen hands over to the shell.
 *
 * @param address what others would type to get there
 * @param hosted the room of one's own that this leads to, or null for somebody else's
 * @param visit the connection; whoever takes it over calls {@link Visit#deliverTo}
 * @param events what has happened on it so far and is not shown yet
 */
public record Arrival(
        Address address, @Nullable OpenRoom hosted, Visit visit, List<ClientEvent> events) {
    public Arrival {
        events = List.copyOf(events);
    }

    /** Whether nobody on the way can read along. */
    public boolean encrypted() {
        boolean encrypted = false;
        for (ClientEvent event : events) {
            if (event instanceof ClientEvent.SecrecyChanged(Secrecy now)) {
                encrypted = now.encrypted();
            }
        }
        return encrypted;
    }
}
