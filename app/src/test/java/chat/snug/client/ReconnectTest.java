package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The waits between two attempts. */
class ReconnectTest {
    @Test
    void doublesFromOneSecondToThirty() {
        Reconnect reconnect = new Reconnect(new Random(7));
        long[] seconds = {1, 2, 4, 8, 16, 30, 30, 30};
        for (long bound : seconds) {
            assertThat(reconnect.next())
                    .isBetween(Duration.ofMillis(bound * 500), Duration.ofSeconds(bound));
        }
        assertThat(reconnect.attempts()).isEqualTo(seconds.length);
    }

    @Test
    void isShortAgainAfterTheConnectionWasUp() {
        Reconnect reconnect = new Reconnect(new Random(7));
        for (int i = 0; i < 100; i++) {
            assertThat(reconnect.next()).isLessThanOrEqualTo(Reconnect.LONGEST);
        }
        reconnect.lasted(Reconnect.LONGEST.toNanos() + 1);
        assertThat(reconnect.next()).isLessThanOrEqualTo(Reconnect.FIRST);
    }

    @Test
    void differsFromOneGuestToTheNext() {
        assertThat(new Reconnect(new Random(1)).next())
                .isNotEqualTo(new Reconnect(new Random(2)).next());
    }
}
