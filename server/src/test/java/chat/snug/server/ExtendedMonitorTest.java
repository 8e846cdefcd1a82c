package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** IRCv3 extended-monitor: what is told of people who are followed from afar. */
class ExtendedMonitorTest extends LiveServer {
    private final WireClient bob = person("bob");

    @Test
    void awayAndRealNameAreTold() {
        WireClient ann = capable("ann", "extended-monitor away-notify setname");
        ann.ask("MONITOR + BOB");

        bob.ask("AWAY :tea", "AWAY", "SETNAME :Robert");

        assertThat(ann.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 AWAY tea",
                        ":bob!user@127.0.0.1 AWAY",
                        ":bob!user@127.0.0.1 SETNAME Robert");
    }

    @Test
    void onlyWhatWasNegotiatedIsTold() {
        WireClient ann = capable("ann", "extended-monitor setname");
        WireClient carl = capable("carl", "away-notify setname");
        WireClient dora = capable("dora", "extended-monitor");
        ann.ask("MONITOR + bob");
        carl.ask("MONITOR + bob");
        dora.ask("MONITOR + bob");

        bob.ask("AWAY :tea", "SETNAME :Robert");

        assertThat(ann.sync()).containsExactly(":bob!user@127.0.0.1 SETNAME Robert");
        assertThat(carl.sync()).isEmpty();
        assertThat(dora.sync()).isEmpty();
    }

    @Test
    void whoSharesARoomIsToldOnce() {
        WireClient ann = capable("ann", "extended-monitor away-notify setname");
        ann.ask("MONITOR + bob", "JOIN #a,#b");
        bob.ask("JOIN #a,#b");
        ann.sync();

        bob.ask("AWAY :tea", "SETNAME :Robert");

        assertThat(ann.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 AWAY tea", ":bob!user@127.0.0.1 SETNAME Robert");
    }

    @Test
    void aNewNameThatIsFollowedBringsTheAwayWithIt() {
        WireClient ann = capable("ann", "extended-monitor away-notify");
        ann.ask("MONITOR + robert");
        bob.ask("AWAY :tea", "NICK robert");

        assertThat(ann.sync())
                .containsExactly(
                        ":snug.local 730 ann robert!user@127.0.0.1",
                        ":robert!user@127.0.0.1 AWAY tea");
    }

    @Test
    void whoFollowsThemselvesIsNotToldTwice() {
        WireClient ann = capable("ann", "extended-monitor away-notify setname");
        ann.ask("MONITOR + ann");

        assertThat(ann.ask("AWAY :tea", "SETNAME :A"))
                .containsExactly(
                        ":snug.local 306 ann :You have been marked as being away",
                        ":ann!user@127.0.0.1 SETNAME A");
    }
}
