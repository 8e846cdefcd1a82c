package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.room.RateLimit;
import chat.snug.server.Attackers.Course;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every attack on one live server while fifty people talk: they lose nothing, hear nothing twice,
 * all in one order and about as quickly as before, and in the end the server holds what it held.
 * How quickly is looked at the second time that everything is played: the first time is also the
 * first time for much of the code. What the machine keeps its threads waiting is printed beside it.
 */
@Timeout(600)
class HostileClientsTest {
    private static final int PEOPLE = 50;
    private static final int WARMING_UP = 100;
    private static final int QUIET = 200;

    /**
     * With {@code -Dhostile.alone=true}, for a machine with nothing else to do, nothing is put down
     * to chance or to the machine.
     */
    private static final boolean ALONE = Boolean.getBoolean("hostile.alone");

    /** Less is not told from chance where other tests run beside. */
    private static final int LEAST_MICROS = ALONE ? 1 : 20_000;

    private static final long HEAP_SLACK = 16 << 20;

    /** Longer than any of them needs to come in, however little of a processor they get. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How far the server's clock is ahead: so nobody waits until its patience is over. */
    private final AtomicLong ahead = new AtomicLong();

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
                                .withRegistration(PATIENCE)
                                .withEntry(new EntryLimits(PATIENCE, 256, 64)));
    }

    @Test
    void thePeopleInTheRoomDoNotNotice() throws Exception {
        try (ChatServer server =
                        ChatServer.start(
                                options(),
                                () -> System.nanoTime() + ahead.get(),
                                System::currentTimeMillis);
                HonestCrowd crowd = new HonestCrowd(server.address(), PEOPLE);
                Attackers attackers = new Attackers(server.address())) {
            crowd.enter();
            crowd.talk();
            crowd.say(WARMING_UP);
            Load before = server.load().get();
            long heapBefore = heap();
            Figures figures = play(crowd, attackers);
            crowd.stopTalking();

            crowd.checkWhatTheyHeard();
            crowd.forget();
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
            System.out.println(figures.words());
            assertThat(figures.attacked())
                    .as("99th percentile, %s", figures.words())
                    .isLessThan(figures.most());
        }
    }

    /** How long deliveries took while the server was attacked, and how long they may. */
    private record Figures(int attacked, int most, String words) {}

    private Figures play(HonestCrowd crowd, Attackers attackers) throws Exception {
        crowd.latencies();
        crowd.say(QUIET);
        Latencies quiet = crowd.latencies();
        Latencies first = attackAll(attackers, crowd);
        crowd.delays();
        Latencies attacked = attackAll(attackers, crowd);
        Latencies machine = crowd.delays();
        return new Figures(
                attacked.quantile(0.99),
                3 * Math.max(LEAST_MICROS, quiet.quantile(0.99)),
                "quiet: %s; first attacked: %s; then: %s; by the machine: %s"
                        .formatted(quiet, first, attacked, machine));
    }

    private Latencies attackAll(Attackers attackers, HonestCrowd crowd) throws Exception {
        Latencies all = new Latencies();
        List<Course> slow = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            if (attack.isSlow()) {
                slow.add(attackers.begin(attack));
            }
        }
        for (Attack attack : Attack.values()) {
            if (!attack.isSlow()) {
                long start = System.nanoTime();
                talkUntil(attackers.begin(attack).over(), attackers, crowd);
                note(attack.toString(), start, crowd.latencies(), all);
            }
        }
        long start = System.nanoTime();
        for (Course one : slow) {
            talkUntil(one.underWay(), attackers, crowd);
        }
        ahead.addAndGet(PATIENCE.toNanos());
        attackers.late();
        for (Course one : slow) {
            talkUntil(one.over(), attackers, crowd);
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
