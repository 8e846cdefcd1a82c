package chat.snug.hosting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invite that the host made, without the secret that is in it. Immutable.
 *
 * @param id tells them apart
 * @param made when it was made
 * @param expires from when on it lets nobody in, null for never
 * @param uses how many people it lets in, 0 for any number
 * @param used how many it has let in
 * @param withdrawn whether the host took it back
 */
public record LimitedInvite(
        String id, Instant made, @Nullable Instant expires, int uses, int used, boolean withdrawn) {
    /** Whether it lets somebody in at a moment. */
    public boolean isGood(Instant now) {
        return !withdrawn && !isUsedUp() && (expires == null || now.isBefore(expires));
    }

    /** Whether it has let in as many as it may. */
    public boolean isUsedUp() {
        return uses > 0 && used >= uses;
    }
}
