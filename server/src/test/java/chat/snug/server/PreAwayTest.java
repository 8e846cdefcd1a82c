package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** IRCv3 pre-away: being away before one has come in. */
class PreAwayTest extends LiveServer {
    @Test
    void whoIsAwayFromTheStartIsSeenAway() {
        WireClient ann = connect();

        assertThat(ann.ask("CAP REQ :draft/pre-away", "AWAY :asleep"))
                .containsExactly(
                        ":snug.local CAP * ACK :draft/pre-away",
                        ":snug.local 306 * :You have been marked as being away");
        ann.ask("NICK ann", "USER a 0 * :A", "CAP END");

        assertThat(person("bob").ask("PRIVMSG ann :hi"))
                .containsExactly(":snug.local 301 bob ann asleep");
    }

    @Test
    void whoComesBackBeforeTheyCameInIsHere() {
        WireClient ann = connect();
        assertThat(ann.ask("CAP REQ :draft/pre-away", "AWAY *", "AWAY"))
                .contains(":snug.local 305 * :You are no longer marked as being away");
        ann.ask("NICK ann", "USER a 0 * :A", "CAP END");

        assertThat(person("bob").ask("PRIVMSG ann :hi")).isEmpty();
    }

    @Test
    void anAsteriskIsAwayForNoReasonThatIsTold() {
        WireClient bob = capable("bob", "away-notify");
        bob.ask("JOIN #den");
        WireClient ann = person("ann", "CAP REQ :draft/pre-away", "AWAY *", "CAP END");

        ann.ask("JOIN #den");

        assertThat(bob.sync())
                .containsExactly(":ann!user@127.0.0.1 JOIN #den", ":ann!user@127.0.0.1 AWAY *");
        assertThat(bob.ask("WHO ann").getFirst()).contains(" ann G ");
    }

    @Test
    void whoMonitorsThemIsToldThatTheyAreHere() {
        WireClient bob = person("bob");
        bob.ask("MONITOR + ann");

        person("ann", "CAP REQ :draft/pre-away", "AWAY *", "CAP END");

        assertThat(bob.sync()).containsExactly(":snug.local 730 bob ann!user@127.0.0.1");
    }

    @Test
    void withoutTheCapabilityOneHasToComeInFirst() {
        assertThat(connect().ask("AWAY :asleep"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }
}
