package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.CrowdLimits;
import chat.snug.server.options.ServerLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Many who each keep to the limit of their own, and together send one person or one room more than
 * it can take: they have to wait, and nothing is lost. The clock stands still, so that what comes
 * is all that may come at once.
 */
class CrowdPaceTest extends LiveServer {
    private static final String MANY_LINES = " WARN * RATE_LIMITED ";
    private static final String PERSON_BUSY =
            ":snug.local WARN * RATE_LIMITED ann :Very much is sent to this person at once; your"
                    + " next lines have to wait a moment";
    private static final int CROWD = 10;
    private static final int LINES = 40;

    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

    /** A person may send 60 lines at once, and less may happen to all together. */
    private void start(UnaryOperator<CrowdLimits> change) throws IOException {
        ServerLimits limits = defaults().limits();
        ServerLimits paced =
                limits.withLines(RateLimit.of(60, 8)).withCrowd(change.apply(limits.crowd()));
        use(ChatServer.start(defaults().withLimits(paced), clock::get, System::currentTimeMillis));
    }

    private List<WireClient> crowd(String... first) {
        List<WireClient> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            WireClient client = person("guest" + i);
            client.ask(first);
            crowd.add(client);
        }
        settle(crowd);
        return crowd;
    }

    /** All that was sent before is forgotten, and heard. */
    private void settle(List<WireClient> clients) {
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        clients.forEach(WireClient::sync);
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
    }

    /** Each of many sends the same; gives back when all are told that they have to wait. */
    private static void flood(List<WireClient> crowd, String told, String line) {
        for (WireClient client : crowd) {
            for (int i = 0; i < LINES; i++) {
                client.send(line + " " + i);
            }
        }
        for (WireClient client : crowd) {
            String next = client.next();
            while (!next.contains(MANY_LINES)) {
                next = client.next();
            }
            assertThat(next).contains(told);
        }
    }

    /** What of it has come to somebody. */
    private static long come(WireClient client, String part) {
        return client.sync().stream().filter(line -> line.contains(part)).count();
    }

    /** Time goes on until all of it has come. */
    private void awaitAll(WireClient client, long before, String part) {
        long come = before;
        for (int turn = 0; come < CROWD * LINES; turn++) {
            assertThat(turn).as("%d have come", come).isLessThan(2_000);
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            come += come(client, part);
        }
        assertThat(come).isEqualTo(CROWD * LINES);
    }

    @Test
    void manyWhoWriteToOnePersonHaveToWait() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(20, 10)));
        WireClient ann = person("ann");
        List<WireClient> crowd = crowd();

        flood(crowd, PERSON_BUSY, "PRIVMSG ann :again");
        long come = come(ann, "PRIVMSG ann");
        assertThat(come).isBetween(20L, 150L);
        awaitAll(ann, come, "PRIVMSG ann");
    }

    @Test
    void thatTheyWaitKeepsNobodyElseFromWritingToThatPerson() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(20, 10)));
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        List<WireClient> crowd = crowd();
        settle(List.of(bob));
        flood(crowd, PERSON_BUSY, "NOTICE ann :again");
        ann.sync();

        assertThat(bob.ask("PRIVMSG ann :one word")).isEmpty();
        assertThat(ann.sync()).singleElement().asString().endsWith("one word");
        assertThat(bob.ask("PRIVMSG bob :to others it costs nothing")).hasSize(1);
    }

    @Test
    void whatIsLongCountsAsMore() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(40, 1)));
        person("ann");
        WireClient bob = capable("bob", "message-tags");
        settle(List.of(bob));
        String tag = "@+x=" + "y".repeat(4_000);

        for (int i = 0; i < 20; i++) {
            bob.send(tag + " TAGMSG ann");
        }
        assertThat(bob.next()).isEqualTo(PERSON_BUSY);
    }

    @Test
    void whatIsLongCostsMoreWhereMuchComes() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(20, 10)));
        WireClient ann = capable("ann", "message-tags");
        List<WireClient> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(capable("guest" + i, "message-tags"));
        }
        settle(crowd);

        flood(crowd, PERSON_BUSY, "@+x=" + "y".repeat(4_000) + " TAGMSG ann");
        assertThat(come(ann, " TAGMSG ")).isBetween((long) CROWD, 2L * CROWD);
    }

    @Test
    void severalTargetsOfALineCostTogether() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(10, 1)));
        person("ann");
        WireClient bob = person("bob");
        settle(List.of(bob));

        for (int i = 0; i < 6; i++) {
            bob.send("PRIVMSG ann,ann,ann,ann :four times");
        }
        assertThat(bob.next()).isEqualTo(PERSON_BUSY);
    }

    @Test
    void manyInvitationsHaveToWait() throws IOException {
        start(limits -> limits.withToPerson(RateLimit.of(10, 1)));
        person("ann");
        WireClient bob = person("bob");
        bob.ask("JOIN #den");
        settle(List.of(bob));

        for (int i = 0; i < 30; i++) {
            bob.send("INVITE ann #den");
        }
        String next = bob.next();
        while (!next.contains(MANY_LINES)) {
            next = bob.next();
        }
        assertThat(next).isEqualTo(PERSON_BUSY);
    }

    @Test
    void thoseWhoAreAwayAgainAndAgainHaveToWait() throws IOException {
        start(limits -> limits.withRoomEvents(RateLimit.of(20, 10)));
        WireClient ann = capable("ann", "away-notify");
        ann.ask("JOIN #den");
        List<WireClient> crowd = crowd("JOIN #den");
        ann.sync();

        flood(crowd, " RATE_LIMITED #den :Very much", "AWAY :for");
        long come = come(ann, " AWAY ");
        assertThat(come).isBetween(20L, 150L);
        awaitAll(ann, come, " AWAY ");
    }

    @Test
    void thoseWhoGiveThemselvesNewRealNamesHaveToWait() throws IOException {
        start(limits -> limits.withRoomEvents(RateLimit.of(20, 10)));
        WireClient ann = capable("ann", "setname");
        ann.ask("JOIN #den");
        List<WireClient> crowd = crowd("JOIN #den");
        ann.sync();

        flood(crowd, " RATE_LIMITED #den :Very much", "SETNAME :one");
        assertThat(come(ann, " SETNAME ")).isBetween(20L, 150L);
    }

    @Test
    void thatManyAreAwaySlowsNobodyWhoTalks() throws IOException {
        start(limits -> limits.withRoomEvents(RateLimit.of(20, 10)));
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        List<WireClient> crowd = crowd("JOIN #den");
        settle(List.of(bob));
        flood(crowd, " RATE_LIMITED #den :Very much", "AWAY :for");

        for (int i = 0; i < 20; i++) {
            bob.send("PRIVMSG #den :" + i);
        }
        assertThat(bob.sync()).noneMatch(line -> line.contains(MANY_LINES));
    }

    @Test
    void whatIsSaidToSomeOfARoomCountsAsSaidInIt() throws IOException {
        start(limits -> limits.withRoomEvents(RateLimit.of(20, 10)));
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        List<WireClient> crowd = crowd("JOIN #den");
        ann.sync();

        flood(crowd, " RATE_LIMITED #den :Very much", "PRIVMSG @#den :again");
        assertThat(come(ann, "PRIVMSG @#den")).isBetween(20L, 150L);
    }
}
