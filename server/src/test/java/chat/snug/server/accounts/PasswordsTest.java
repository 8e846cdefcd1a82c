package chat.snug.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Passwords take their time, and nobody takes all of it. */
@Timeout(30)
class PasswordsTest {
    private static final int WAITING = 16;
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress THIRD = InetAddress.ofLiteral("192.0.2.3");

    private final Passwords passwords = new Passwords(WAITING);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final List<CompletableFuture<Boolean>> taken = new ArrayList<>();

    @AfterEach
    void close() {
        slow.countDown();
        passwords.close();
    }

    private boolean isTaken(InetAddress from) {
        CompletableFuture<Boolean> answer = passwords.submit(from, this::hash);
        boolean isTaken = !answer.isCompletedExceptionally();
        if (isTaken) {
            taken.add(answer);
        }
        return isTaken;
    }

    private boolean hash() {
        try {
            return slow.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int taken(InetAddress from) {
        int count = 0;
        while (count <= WAITING && isTaken(from)) {
            count++;
        }
        return count;
    }

    @Test
    void anAddressTakesAsManyPlacesAsItLeaves() throws Exception {
        assertThat(taken(ONE)).isBetween(WAITING / 2, WAITING / 2 + 1);
        assertThat(taken(OTHER)).isBetween(WAITING / 4, WAITING / 4 + 1);
        assertThat(taken(THIRD)).as("who comes later").isPositive();

        slow.countDown();
        for (CompletableFuture<Boolean> answer : taken) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(isTaken(ONE)).as("those who were before are through").isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        InetAddress first = InetAddress.ofLiteral("2001:db8::1");
        InetAddress second = InetAddress.ofLiteral("2001:db8::2");

        assertThat(taken(first)).isBetween(WAITING / 2, WAITING / 2 + 1);
        assertThat(taken(second)).isLessThan(2);
    }

    @Test
    void theOwnComputerHasAllPlacesThereAre() {
        assertThat(taken(InetAddress.getLoopbackAddress())).isBetween(WAITING, WAITING + 1);
        assertThat(isTaken(ONE)).isFalse();
    }
}
