package chat.snug.hosting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to come in and waits until the host says. Immutable.
 *
 * @param id tells them apart
 * @param name what they want to be called
 * @param address where they come from
 * @param account the account by which they were here before, null if by none
 * @param recognisable whether they are known again the next time
 * @param since since when they wait
 */
public record Caller(
        long id,
        String name,
        String address,
        @Nullable String account,
        boolean recognisable,
        Instant since) {}
