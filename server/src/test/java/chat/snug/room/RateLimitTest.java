package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private final RateLimit limit = RateLimit.of(3, 2);

    /** A moment shortly before the clock of the machine overflows. */
    private final long start = Long.parseLong("9223372035854775807");

    @Test
    void aBurstPassesAndThenTheRateHolds() {
        long state = limit.start(start);
        for (int i = 0; i < 3; i++) {
            assertThat(limit.waitNanos(state, start)).isLessThanOrEqualTo(0);
            state = limit.charge(state, start);
        }
        assertThat(limit.waitNanos(state, start)).isEqualTo(SECOND / 2);
        assertThat(limit.waitNanos(state, start + SECOND / 2)).isZero();
        state = limit.charge(state, start + SECOND / 2);
        assertThat(limit.waitNanos(state, start + SECOND / 2)).isEqualTo(SECOND / 2);
    }

    @Test
    void whoWasQuietHasTheWholeBurstAgain() {
        long state = limit.start(start);
        for (int i = 0; i < 10; i++) {
            state = limit.charge(state, start);
        }
        long later = start + 100 * SECOND;
        for (int i = 0; i < 3; i++) {
            assertThat(limit.waitNanos(state, later)).isLessThanOrEqualTo(0);
            state = limit.charge(state, later);
        }
        assertThat(limit.waitNanos(state, later)).isPositive();
    }

    @Test
    void noneNeverWaits() {
        RateLimit none = RateLimit.none();
        long state = none.start(start);
        for (int i = 0; i < 1000; i++) {
            state = none.charge(state, start);
        }
        assertThat(none.waitNanos(state, start)).isZero();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new RateLimit(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
