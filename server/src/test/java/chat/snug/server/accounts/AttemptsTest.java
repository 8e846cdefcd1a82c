package chat.snug.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** How often somebody at one address may fail to sign in, or make an account. */
class AttemptsTest {
    private long now;
    private final Attempts attempts = new Attempts(new RateLimit(3, 1_000), () -> now);

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {10, (byte) (last >> 16), (byte) (last >> 8), (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thereAreSomeAtOnceAndThenOneAfterTheOther() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.mayTry(address(1))).isTrue();
            attempts.count(address(1));
        }

        assertThat(attempts.mayTry(address(1))).isFalse();
        assertThat(attempts.mayTry(address(2))).isTrue();
        now += 1_000;
        assertThat(attempts.mayTry(address(1))).isTrue();
    }

    @Test
    void theOwnComputerIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            attempts.count(InetAddress.getLoopbackAddress());
        }

        assertThat(attempts.mayTry(InetAddress.getLoopbackAddress())).isTrue();
    }

    @Test
    void ofManyAddressesTheOldestIsForgotten() {
        for (int i = 0; i < 3; i++) {
            attempts.count(address(1));
            attempts.count(address(2));
        }
        for (int i = 0; i < 9_999; i++) {
            attempts.count(address(100 + i));
        }

        assertThat(attempts.mayTry(address(1))).isTrue();
        assertThat(attempts.mayTry(address(2))).isFalse();
    }
}
