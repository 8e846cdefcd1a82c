package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.CrowdLimits;
import chat.snug.server.options.ServerLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What many may do together: each limit holds, says so, and keeps nobody out for longer. */
class CrowdTest extends LiveServer {
    private static final String ROOM_BUSY =
            ":snug.local WARN * RATE_LIMITED #den :Very much is said in this room at once; your"
                    + " next lines have to wait a moment";

    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

    private void start(UnaryOperator<CrowdLimits> change) throws IOException {
        ServerLimits limits = defaults().limits();
        CrowdLimits crowd = change.apply(limits.crowd().withoutSparingLoopback());
        start(limits.withCrowd(crowd));
    }

    private void start(ServerLimits limits) throws IOException {
        use(ChatServer.start(defaults().withLimits(limits), clock::get, System::currentTimeMillis));
    }

    /** Until whoever waited for this time was heard; gives back what the witness hears. */
    private List<String> pass(Duration time, WireClient witness) {
        clock.addAndGet(time.toNanos());
        List<String> heard = witness.sync();
        heard.addAll(witness.sync());
        heard.addAll(witness.sync());
        return heard;
    }

    @Test
    void anAddressThatConnectsTooFastIsToldAndLetInLater() throws IOException {
        start(crowd -> crowd.withArrivals(RateLimit.none(), RateLimit.of(3, 1)));
        WireClient ann = person("ann");
        person("bob");
        person("carl");

        for (int i = 0; i < 5; i++) {
            assertThat(connect().untilClosed())
                    .containsExactly(
                            "ERROR :Too many connections from your address at once; try again in a"
                                    + " minute");
        }
        pass(Duration.ofSeconds(1), ann);
        assertThat(person("dora").ask("PING x")).hasSize(1);
    }

    @Test
    void aRushFromEverywhereIsToldAndLetInLater() throws IOException {
        start(crowd -> crowd.withArrivals(RateLimit.of(2, 1), RateLimit.none()));
        WireClient ann = person("ann");
        person("bob");

        assertThat(connect().untilClosed())
                .containsExactly(
                        "ERROR :Too many people are coming in at once; try again in a minute");
        pass(Duration.ofSeconds(1), ann);
        assertThat(person("carl").ask("PING x")).hasSize(1);
    }

    @Test
    void thoseWhoDoNotSayWhoTheyAreTakeNoPlaceFromOthers() throws IOException {
        start(crowd -> crowd.withNewcomers(100, 3));
        person("ann");
        WireClient first = connect();
        for (int i = 0; i < 2; i++) {
            connect().ask("PING x");
        }
        first.ask("PING x");

        assertThat(connect().untilClosed()).containsExactly("ERROR :" + Gate.RUSH_ADDRESS);
        first.register("bob");
        assertThat(person("carl").ask("PING x")).hasSize(1);
    }

    @Test
    void allNewcomersTogetherHaveALimit() throws IOException {
        start(crowd -> crowd.withNewcomers(2, 100));
        connect().ask("PING x");
        WireClient second = connect();
        second.ask("PING x");

        assertThat(connect().untilClosed()).containsExactly("ERROR :" + Gate.RUSH);
        second.close();
        WireClient third = connect();
        while (third.isTurnedAway()) {
            third = connect();
        }
        assertThat(third.register("bob").ask("PING x")).hasSize(1);
    }

    @Test
    void whereTooMuchHappensThoseWaitWhoTalkMost() throws IOException {
        ServerLimits limits = defaults().limits();
        start(
                limits.withLines(RateLimit.of(20, 10))
                        .withCrowd(limits.crowd().withRoomEvents(RateLimit.of(10, 1))));
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        for (WireClient client : new WireClient[] {ann, bob, carl}) {
            client.ask("JOIN #den");
        }
        pass(Duration.ofSeconds(10), ann);
        bob.sync();
        carl.sync();
        pass(Duration.ofSeconds(10), ann);

        for (int i = 0; i < 15; i++) {
            bob.send("PRIVMSG #den :" + i);
        }
        assertThat(bob.next()).isEqualTo(ROOM_BUSY);
        List<String> heard = new ArrayList<>();
        while (heard.size() < 12) {
            heard.addAll(ann.sync());
        }
        assertThat(carl.ask("PRIVMSG #den :I talk little", "PING x"))
                .last()
                .asString()
                .contains("PONG");
        assertThat(ann.next()).contains("I talk little");
        assertThat(ann.ask("PRIVMSG #den :and I look after the room", "PING x")).hasSize(1);
        assertThat(pass(Duration.ofMillis(99), ann)).isEmpty();
        List<String> late = new ArrayList<>(pass(Duration.ofSeconds(10), ann));
        while (late.size() < 3) {
            late.add(ann.next());
        }
        assertThat(late).last().asString().contains("bob", ":14");
    }

    @Test
    void thatManyComeAndGoSlowsNobodyWhoTalks() throws IOException {
        ServerLimits limits = defaults().limits();
        start(
                limits.withLines(RateLimit.of(8, 1))
                        .withCrowd(limits.crowd().withRoomEvents(RateLimit.of(10, 1))));
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        for (int i = 0; i < 30; i++) {
            WireClient brief = person("brief" + i);
            brief.send("JOIN #den");
            while (!brief.next().contains(" 366 ")) {
                // what comes before the end of the names
            }
            brief.close();
        }
        pass(Duration.ofSeconds(10), ann);
        bob.sync();
        pass(Duration.ofSeconds(10), ann);

        for (int i = 0; i < 5; i++) {
            bob.send("PRIVMSG #den :" + i);
        }
        assertThat(bob.ask("PING x"))
                .noneMatch(line -> line.contains(" WARN "))
                .last()
                .asString()
                .contains(" PONG ");
    }

    @Test
    void whoSendsManyLinesIsToldOnceThatTheyWait() throws IOException {
        start(ServerLimits.defaults().withLines(RateLimit.of(10, 10)));
        WireClient ann = person("ann");
        WireClient watch = person("watch");
        pass(Duration.ofSeconds(10), watch);

        for (int i = 0; i < 20; i++) {
            ann.send("PING " + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(ann.next()).endsWith(" " + i);
        }
        assertThat(ann.next())
                .isEqualTo(
                        ":snug.local WARN * RATE_LIMITED 10 :You send many lines at once; each of"
                                + " the next ones has to wait a moment");
        for (int i = 10; i < 20; i++) {
            watch = person("watch" + i);
            pass(Duration.ofMillis(100), watch);
            assertThat(ann.next()).endsWith(" " + i);
        }
    }

    @Test
    void nobodyOpensAllTheRoomsThatThereMayBe() throws IOException {
        RateLimit two = new RateLimit(2, TimeUnit.SECONDS.toNanos(30));
        start(crowd -> crowd.withNewRooms(two).withoutSparingLoopback());
        WireClient ann = person("ann");

        assertThat(ann.ask("JOIN #a,#b,#c", "JOIN 0", "JOIN #d"))
                .filteredOn(line -> line.contains(" 437 "))
                .containsExactly(
                        ":snug.local 437 ann #c :There were too many new rooms from your address;"
                                + " try again later",
                        ":snug.local 437 ann #d :There were too many new rooms from your address;"
                                + " try again later");
        pass(Duration.ofSeconds(30), ann);
        assertThat(ann.ask("JOIN #c").getFirst()).endsWith(" JOIN #c");
        assertThat(person("bob").ask("JOIN #c").getFirst()).endsWith(" JOIN #c");
    }

    @Test
    void beyondTheLimitNobodyOpensARoomThatIsNotKnown() throws IOException {
        start(crowd -> crowd.withRooms(2));
        WireClient ann = person("ann");

        assertThat(ann.ask("JOIN #a,#b,#c"))
                .last()
                .isEqualTo(":snug.local 437 ann #c :There are too many rooms");
        assertThat(person("bob").ask("JOIN #b").getFirst()).endsWith(" JOIN #b");
        ann.ask("PART #a");
        assertThat(ann.ask("JOIN #c").getFirst()).endsWith(" JOIN #c");
    }
}
