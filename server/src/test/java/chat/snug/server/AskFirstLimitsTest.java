package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Knock;
import chat.snug.server.options.DoorLimits;
import chat.snug.server.options.DoorOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How many wait at a door at which somebody is asked, for how long, and who may guess. */
class AskFirstLimitsTest extends AskingServer {
    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

    @Test
    void onlySoManyWaitAtOnceAndOnlySoManyFromOneAddress() {
        open(limited(limits -> limits.withWaiting(50, 2, limits.patience())));
        knocking("ann");
        porter.knock("ann");
        knocking("bob");
        porter.knock("bob");

        String full =
                "ERROR :Too many people wait to be let in; try again later, or ask the host for an"
                        + " invite";
        assertThat(knocking("cleo").untilClosed()).containsExactly(full);

        open(limited(limits -> limits.withWaiting(1, 50, limits.patience())));
        knocking("ann");
        porter.knock("ann");
        assertThat(knocking("bob").untilClosed()).containsExactly(full);
    }

    @Test
    void aFloodOfNewcomersTroublesNobody() {
        WireClient host = person("hugo", "PASS " + hostKey);
        host.ask("JOIN #den");
        int most = DoorLimits.defaults().waitingPerAddress();
        for (int i = 0; i < most; i++) {
            knocking("first" + i);
            porter.knock("first" + i);
        }
        for (int i = 0; i < 100; i++) {
            knocking("more" + i).untilClosed();
        }

        assertThat(Porter.<List<Knock>>ask(server().door()::onKnock)).hasSize(most);
        assertThat(host.ask("PRIVMSG #den :calm")).isEmpty();
    }

    @Test
    void whoIsCalledSomethingElseAgainAndAgainIsNotToldOfEachTime() throws IOException {
        openWithClock();
        WireClient mod = keeper();
        WireClient ann = knocking("ann");
        porter.knock("ann");

        for (int i = 1; i <= 55; i++) {
            ann.send("NICK ann" + i);
        }
        Knock last = porter.knock("ann55");
        assertThat(mod.sync())
                .hasSizeBetween(2, DoorLimits.defaults().notes().burst())
                .noneMatch(line -> line.contains("ann55"));

        pass(DoorLimits.defaults().notePause());
        assertThat(mod.next()).contains(" KNOCKING " + last.id() + " ann55 ");
        assertThat(mod.ask("ADMIT ann55")).last().asString().contains(" KNOCK_OVER ");
        ann.next();
    }

    @Test
    void whoComesAndGoesAgainAndAgainIsNotToldOfEachTime() throws IOException {
        openWithClock();
        WireClient mod = keeper();
        int burst = DoorLimits.defaults().notes().burst();
        for (int i = 0; i < 40; i++) {
            WireClient brief = knocking("brief" + i);
            porter.knock("brief" + i);
            brief.send("QUIT").untilClosed();
            porter.until(List::isEmpty);
        }
        assertThat(mod.sync())
                .as("of each of the first that they come, and that they go")
                .hasSizeBetween(2, 2 * burst);

        WireClient ann = knocking("ann");
        Knock knock = porter.knock("ann");
        assertThat(mod.ask("ADMIT")).singleElement().asString().contains(":ann waits, ");
        pass(DoorLimits.defaults().notePause());
        assertThat(mod.next()).contains(" KNOCKING " + knock.id() + " ann ");
        ann.send("QUIT").untilClosed();
        porter.until(List::isEmpty);
        assertThat(mod.sync()).singleElement().asString().contains(" KNOCK_OVER " + knock.id());
    }

    /** Somebody who is told of all who wait. */
    private WireClient keeper() {
        WireClient host = person("hugo", "PASS " + hostKey);
        host.ask("JOIN #den");
        WireClient mod = knocking("mod", "CAP REQ standard-replies", "CAP END");
        server().door().admit(porter.knock("mod"));
        porter.until(List::isEmpty);
        mod.sync();
        mod.ask("JOIN #den");
        host.ask("MODE #den +o mod");
        mod.sync();
        return mod;
    }

    @Test
    void nobodyWaitsForEver() throws IOException {
        openWithClock();
        WireClient ann = knocking("ann");
        assertThat(ann.next()).isEqualTo(WAIT);
        porter.knock("ann");

        for (int minute = 0; minute < 10; minute++) {
            assertThat(ann.sync()).as("not too late to register").isEmpty();
            pass(Duration.ofSeconds(59));
        }
        pass(Duration.ofSeconds(10));
        person("hugo", "PASS " + hostKey);

        assertThat(ann.untilClosed())
                .last()
                .isEqualTo("ERROR :Nobody answered at the door; try again later");
        porter.until(List::isEmpty);
    }

    @Test
    void whoWaitsAndDoesNotAnswerIsDropped() throws IOException {
        openWithClock();
        WireClient host = person("hugo", "PASS " + hostKey);
        WireClient ann = knocking("ann");
        assertThat(ann.next()).isEqualTo(WAIT);

        pass(Duration.ofSeconds(61));
        host.sync();
        assertThat(ann.next()).isEqualTo("PING snug.local");
        pass(Duration.ofSeconds(31));
        host.sync();

        assertThat(ann.untilClosed()).containsExactly("ERROR :Ping timeout: 90 seconds");
    }

    @Test
    void whoIsLetInAndCannotHaveTheNameHasTimeForAnother() throws IOException {
        openWithClock();
        WireClient host = person("hugo", "PASS " + hostKey);
        WireClient ann = knocking("ann");
        Knock knock = porter.knock("ann");
        pass(Duration.ofSeconds(50));
        host.ask("NICK ann");

        server().door().admit(knock);
        assertThat(ann.next()).isEqualTo(WAIT);
        assertThat(ann.next()).contains(" 433 * ann ");
        pass(Duration.ofSeconds(20));
        host.sync();
        assertThat(ann.sync()).isEmpty();
        pass(Duration.ofSeconds(20));
        host.sync();

        assertThat(ann.untilClosed()).containsExactly("ERROR :Registration timed out");
    }

    private void openWithClock() throws IOException {
        server().close();
        use(
                ChatServer.start(
                        defaults()
                                .withHostKey(hostKey)
                                .withRoom("#den")
                                .withDoor(DoorOptions.defaults().withAsking(true)),
                        clock::get,
                        System::currentTimeMillis));
        porter = new Porter(server());
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void guessingPasswordsHasALimitAtAnAddress() {
        server().password("sesame");
        int burst = DoorLimits.defaults().wrongSecrets().burst();
        for (int i = 0; i < burst; i++) {
            assertThat(knocking("eve", "PASS guess" + i).untilClosed())
                    .contains("ERROR :Password incorrect");
        }

        assertThat(knocking("eve", "PASS sesame").untilClosed())
                .contains(
                        "ERROR :Too many wrong passwords from your address; try again in a"
                                + " minute");
        assertThat(knocking("ann").next()).as("asking is no guessing").isEqualTo(WAIT);
    }
}
