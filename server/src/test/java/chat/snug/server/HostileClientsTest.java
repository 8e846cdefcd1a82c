package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.room.RateLimit;
import chat.snug.server.HonestCrowd.Latencies;
import chat.snug.server.options.CrowdLimits;
import chat.snug.server.options.EntryLimits;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every attack on one live server while fifty people talk: they lose nothing, hear nothing twice,
 * all in one order and about as quickly as before, and in the end the server holds what it held.
 * How quickly is looked at the second time that everything is played: the first time is also the
 * first time for much of the code.
 */
@Timeout(600)
class HostileClientsTest {
    private static final int PEOPLE = 50;
    private static final int WARMING_UP = 100;
    private static final int QUIET = 200;

    /**
     * Less is not told from chance where other tests run beside; {@code -Dhostile.least=1} is for a
     * machine with nothing else to do.
     */
    private static final int LEAST_MICROS = Integer.getInteger("hostile.least", 20_000);

    private static final long HEAP_SLACK = 16 << 20;

    private static ServerOptions options() {
        ServerLimits limits = ServerLimits.defaults();
        CrowdLimits crowd =
                limits.crowd()
                        .withoutSparingLoopback()
                        // All come twice within some seconds, and nobody is to be turned away.
                        .withArrivals(RateLimit.of(12_000, 1_000), RateLimit.of(1_000, 200))
                        .withNewcomers(5_000, Attack.PER_ADDRESS);
        return ServerOptions.at("localhost", 0)
                .withRoom(HonestCrowd.ROOM)
                .withSecurity(new Security(OwnKey.make(), true))
                .withLimits(
                        limits.withCrowd(crowd)
                                .withRegistration(Duration.ofSeconds(3))
                                .withEntry(new EntryLimits(Duration.ofSeconds(3), 256, 64)));
    }

    @Test
    void thePeopleInTheRoomDoNotNotice() throws Exception {
        try (ChatServer server = ChatServer.start(options());
                HonestCrowd crowd = new HonestCrowd(server.address(), PEOPLE);
                Attackers attackers = new Attackers(server.address())) {
            crowd.enter();
            crowd.talk();
            crowd.say(WARMING_UP);
            Load before = server.load().get();
            long heapBefore = heap();
            crowd.latencies();
            crowd.say(QUIET);
            Latencies quiet = crowd.latencies();

            Latencies first = attackAll(attackers, crowd);
            Latencies attacked = attackAll(attackers, crowd);
            crowd.stopTalking();

            crowd.checkWhatTheyHeard();
            Load after = server.load().get();
            while (after.connections() > PEOPLE
                    || after.segments() > 0
                    || after.unreadBytes() > 0
                    || after.timers() > before.timers() + 10) {
                after = server.load().get();
            }
            assertThat(after.rooms()).isEqualTo(before.rooms());
            assertThat(after.timers()).isGreaterThanOrEqualTo(PEOPLE);
            assertThat(heap() - heapBefore).as("heap").isLessThan(HEAP_SLACK);
            System.out.printf("quiet: %s; first attacked: %s; then: %s%n", quiet, first, attacked);
            assertThat(attacked.quantile(0.99))
                    .as("99th percentile, quiet: %s, attacked: %s", quiet, attacked)
                    .isLessThan(3 * Math.max(quiet.quantile(0.99), LEAST_MICROS));
        }
    }

    private static Latencies attackAll(Attackers attackers, HonestCrowd crowd) throws Exception {
        Latencies all = new Latencies();
        List<CompletableFuture<Void>> slow = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            if (attack.isSlow()) {
                slow.add(attackers.begin(attack));
            }
        }
        for (Attack attack : Attack.values()) {
            if (!attack.isSlow()) {
                long start = System.nanoTime();
                talkUntil(attackers.begin(attack), attackers, crowd);
                note(attack.toString(), start, crowd.latencies(), all);
            }
        }
        long start = System.nanoTime();
        for (CompletableFuture<Void> one : slow) {
            talkUntil(one, attackers, crowd);
        }
        note("the slow ones", start, crowd.latencies(), all);
        return all;
    }

    private static void talkUntil(
            CompletableFuture<Void> done, Attackers attackers, HonestCrowd crowd) throws Exception {
        do {
            crowd.say(1);
            attackers.tick();
        } while (!done.isDone());
        done.get();
    }

    private static void note(String attack, long start, Latencies under, Latencies all) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.printf("%-18s %5d ms, %s%n", attack, millis, under);
        all.addAll(under);
    }

    /** What lives, in bytes. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
