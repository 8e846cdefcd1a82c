package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 extended-join. */
class ExtendedJoinTest extends LiveServer {
    private WireClient ann = connect();
    private WireClient bob = connect();

    @BeforeEach
    void comeIn() {
        ann = capable("ann", "extended-join");
        bob = capable("bob", "extended-join");
        bob.ask("JOIN #den");
    }

    @Test
    void theAccountAndTheRealNameAreTold() {
        ann.ask("REGISTER AnnAccount * :" + PASSWORD);

        assertThat(ann.ask("JOIN #den").getFirst())
                .isEqualTo(":ann!user@127.0.0.1 JOIN #den AnnAccount :Real ann");
        assertThat(bob.sync())
                .containsExactly(":ann!user@127.0.0.1 JOIN #den AnnAccount :Real ann");
    }

    @Test
    void anAsteriskStandsForNoAccount() {
        ann.ask("JOIN #den");

        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 JOIN #den * :Real ann");
    }

    @Test
    void othersSeeAPlainJoin() {
        WireClient old = person("old");
        old.ask("JOIN #den");
        ann.ask("REGISTER * * :" + PASSWORD, "JOIN #den");

        assertThat(old.sync()).containsExactly(":ann!user@127.0.0.1 JOIN #den");
    }
}
