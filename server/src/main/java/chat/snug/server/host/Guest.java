package chat.snug.server.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is connected, as they were when the host looked. Immutable, any thread.
 *
 * @param name what they are called
 * @param address where they come from
 * @param account the account that they are signed in to, null for a guest
 * @param host whether it is the host's own app
 * @param encrypted whether nobody on the way can read what is sent to them
 * @param since when they came in
 * @param idle for how long they have done nothing that a person does
 * @param waitingBytes how much is queued for them and not taken yet
 * @param rooms the rooms that they are in, in the order in which they entered
 */
public record Guest(
        String name,
        String address,
        @Nullable String account,
        boolean host,
        boolean encrypted,
        Instant since,
        Duration idle,
        int waitingBytes,
        List<String> rooms) {
    public Guest {
        rooms = List.copyOf(rooms);
    }
}
