package chat.snug.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: one second, doubling to thirty. Each wait is drawn from
 * the upper half of that, so that the guests of a host that comes back do not all knock at once.
 */
final class Reconnect {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int attempts;

    Reconnect(RandomGenerator random) {
        this.random = random;
    }

    /** The wait before the next attempt; each call is one attempt more. */
    Duration next() {
        long doubled = FIRST.toNanos() << Math.min(attempts, 5);
        long bound = Math.min(doubled, LONGEST.toNanos());
        attempts++;
        return Duration.ofNanos(bound - random.nextLong(bound / 2));
    }

    /** How many waits there were since a connection lasted. */
    int attempts() {
        return attempts;
    }

    /** A connection is lost: if it was up for longer than the longest wait, the next is short. */
    void lasted(long nanos) {
        if (nanos > LONGEST.toNanos()) {
            attempts = 0;
        }
    }

    /** Whether another attempt can end otherwise without the person doing anything. */
    static boolean mayHelp(Failure.Kind kind) {
        return switch (kind) {
            case WRONG_PASSWORD,
                    TOO_MANY_TRIES,
                    INVITE_WITHDRAWN,
                    INVITE_USED_UP,
                    INVITE_EXPIRED,
                    TURNED_AWAY,
                    NOBODY_ANSWERED,
                    NAME_REFUSED,
                    REFUSED,
                    CANCELLED,
                    NOT_ENCRYPTED,
                    ENCRYPTION_TOO_OLD,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_NOT_YET_VALID,
                    CERTIFICATE_OF_ANOTHER,
                    CERTIFICATE_UNKNOWN,
                    KEY_CHANGED,
                    KEY_NOT_OF_INVITE,
                    INVITE_OF_ANOTHER_KEY,
                    ENCRYPTION_GONE,
                    ENCRYPTION_NEEDED ->
                    false;
            case UNKNOWN_HOST,
                    NOBODY_LISTENING,
                    NO_ANSWER,
                    UNREACHABLE,
                    ENCRYPTION_FAILED,
                    ENCRYPTION_UNANSWERED,
                    NOT_IRC,
                    NAME_IN_USE,
                    NAME_OWNED,
                    HOST_FULL,
                    CLOSED_BY_HOST,
                    CONNECTION_LOST,
                    TIMED_OUT ->
                    true;
        };
    }
}
