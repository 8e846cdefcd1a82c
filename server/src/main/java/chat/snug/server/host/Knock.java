package chat.snug.server.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door who asks to be let in. Immutable, any thread.
 *
 * @param id tells them apart; no two of one server have the same
 * @param name what they want to be called
 * @param address where they come from
 * @param account the account that they are signed in to, null for a guest and for whoever is new
 * @param remembered whether they can be known again, by an account or a key
 * @param since since when they wait
 */
public record Knock(
        long id,
        String name,
        String address,
        @Nullable String account,
        boolean remembered,
        Instant since) {}
