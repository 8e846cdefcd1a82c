package chat.snug.trust;

import java.time.Duration;
import java.time.Instant;

/**
 * That a host of this name is spoken with encrypted only (<a
 * href="https://ircv3.net/specs/extensions/sts">Strict Transport Security</a>, persistence policy).
 *
 * @param port where it encrypts, 1 to 65535
 * @param duration how long the policy holds from the last time that it was heard or the connection
 *     ended
 * @param until when it expires
 */
public record StsPolicy(int port, Duration duration, Instant until) {
    /** No host binds anybody for longer than this. */
    public static final Duration LONGEST = Duration.ofDays(2 * 366);

    /** A policy that was heard just now. */
    public static StsPolicy heard(int port, Duration duration, Instant now) {
        Duration bounded = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        return new StsPolicy(port, bounded, now.plus(bounded));
    }

    /** The same policy, heard again. */
    public StsPolicy again(Instant now) {
        return heard(port, duration, now);
    }

    /** Whether it still holds. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
