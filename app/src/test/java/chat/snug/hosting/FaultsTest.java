package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent.Said;
import chat.snug.key.OwnKey;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty apps on a bad network, half of them encrypted, to a host that keeps what is said: in the
 * end everybody has the same, once, in one order. {@code -Dfaults.seconds=300} is five minutes of
 * it, {@code -Dfaults.seed} another network.
 */
@Timeout(900)
class FaultsTest {
    private static final int PEOPLE = 20;
    private static final int SECONDS = Integer.getInteger("faults.seconds", 6);
    private static final long SEED = Long.getLong("faults.seed", 20_261_121);
    private static final int PACE_MILLIS = 20;

    /** Bytes of a connection: some breaks for each in a short run, as often in a long one. */
    private static final double LONGEST_LIFE = 20_000.0 * Math.min(SECONDS, 12);

    @TempDir private Path folder;

    @Test
    void nothingIsLostAndNothingStandsTwice() throws Exception {
        OwnKey key = OwnKey.make();
        ServerOptions options =
                ServerOptions.at("localhost", 0)
                        .withRoom("#lobby")
                        .withSecurity(new Security(key, true))
                        .withStore(StoreOptions.in(folder));
        SelectorLoop loop = SelectorLoop.start("test-client-loop", NanoClock.system());
        List<Listener> people = new ArrayList<>();
        System.out.printf("faults: seed %d, %d s%n", SEED, SECONDS);
        try (ChatServer server = ChatServer.start(options);
                FaultyWire wire = new FaultyWire(server.address().getPort(), SEED, LONGEST_LIFE)) {
            for (int i = 0; i < PEOPLE; i++) {
                Address address =
                        Address.ofSnug("127.0.0.1", wire.port(), "#lobby", key.fingerprint());
                Address plain = new Address("127.0.0.1", wire.port(), false, "#lobby", null);
                people.add(new Listener(loop, i % 2 == 0 ? address : plain, "guest" + i, 0));
            }
            int said = talk(people);
            wire.calmDown();
            for (Listener one : people) {
                one.await("its own words", it -> it.own().size() == it.toSay());
                one.await("its return", Listener::isInside);
            }
            Listener late =
                    new Listener(
                            loop,
                            new Address(
                                    "127.0.0.1", server.address().getPort(), false, "#lobby", null),
                            "late",
                            0);
            people.add(late);
            late.await("the latest", it -> it.known() > 0);
            late.toTheBeginning();
            List<String> order = LossyWireTest.ids(late.heard());
            assertThat(late.heard()).extracting(Said::text).doesNotHaveDuplicates();
            assertThat(order).hasSize(said);
            for (Listener one : people.subList(0, PEOPLE)) {
                one.toTheBeginning();
                one.await("all words", it -> it.known() >= said);
                LossyWireTest.check(one, order);
            }
            int reconnects = people.stream().mapToInt(Listener::reconnects).sum();
            assertThat(reconnects).as("how often somebody came back").isPositive();
            System.out.printf(
                    "faults: %d messages, %d people, 0 lost, 0 twice; %s, %d came back%n",
                    said, PEOPLE, wire.ends(), reconnects);
        } finally {
            people.forEach(one -> one.client().close());
            loop.close();
        }
    }

    /** One after the other says something, until the time is over; how much was said. */
    private static int talk(List<Listener> people) throws InterruptedException {
        CountDownLatch left =
                new CountDownLatch((int) TimeUnit.SECONDS.toMillis(SECONDS) / PACE_MILLIS);
        try (ScheduledExecutorService talk = Executors.newSingleThreadScheduledExecutor()) {
            var _ =
                    talk.scheduleAtFixedRate(
                            () -> {
                                if (left.getCount() > 0) {
                                    people.get((int) left.getCount() % PEOPLE).say();
                                    left.countDown();
                                }
                            },
                            0,
                            PACE_MILLIS,
                            TimeUnit.MILLISECONDS);
            left.await();
            talk.shutdownNow();
        }
        return people.stream().mapToInt(Listener::toSay).sum();
    }
}
