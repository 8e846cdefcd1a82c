package chat.snug.hosting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is connected to a room of this computer. Immutable, any thread.
 *
 * @param name what they are called
 * @param address where they come from
 * @param account the account that they are signed in to, null for a guest
 * @param host whether it is this app itself
 * @param encrypted whether nobody on the way can read what is sent to them
 * @param since when they came in
 * @param idle for how long they have done nothing that a person does
 * @param waitingBytes how much was said and not taken by them yet
 * @param rooms the names on the wire of the rooms that they are in
 */
public record Visitor(
        String name,
        String address,
        @Nullable String account,
        boolean host,
        boolean encrypted,
        Instant since,
        Duration idle,
        int waitingBytes,
        List<String> rooms) {
    public Visitor {
        rooms = List.copyOf(rooms);
    }
}
