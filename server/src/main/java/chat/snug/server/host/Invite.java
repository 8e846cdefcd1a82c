package chat.snug.server.host;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invite that is limited and can be withdrawn, as the host sees it: its secret is not known to
 * anybody but those it was given to. Immutable, any thread.
 *
 * @param id by which the host withdraws it
 * @param made when it was made
 * @param expires from when on it lets nobody in, null for never
 * @param uses how many people it lets in, 0 for any number
 * @param used how many people came in with it
 * @param withdrawn whether the host took it back
 */
public record Invite(
        String id, Instant made, @Nullable Instant expires, int uses, int used, boolean withdrawn) {
    /** Whether it has let in as many as it may. */
    public boolean isUsedUp() {
        return uses > 0 && used >= uses;
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    /** Whether it lets somebody in at a moment. */
    public boolean isGood(Instant now) {
        return !withdrawn && !isUsedUp() && !isExpired(now);
    }
}
