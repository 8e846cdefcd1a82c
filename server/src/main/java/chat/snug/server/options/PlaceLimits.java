package chat.snug.server.options;

/**
 * What is kept of the rooms of one person beside those that they are in, a part of {@link
 * ServerLimits}: whoever invites, or comes and goes, must not fill the memory. The oldest goes.
 *
 * @param invitations to how many rooms somebody may be invited and not have entered them since
 * @param left of how many rooms it is known when they were left, so that only what came after is
 *     shown when somebody comes back
 */
public record PlaceLimits(int invitations, int left) {
    private static final PlaceLimits DEFAULTS = new PlaceLimits(50, 50);

    /** What holds unless the host says otherwise. */
    public static PlaceLimits defaults() {
        return DEFAULTS;
    }
}
