package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mode C: nobody asks programs anything in the room, and people still speak of themselves. */
class NoCtcpTest extends LiveServer {
    private final WireClient ann = person("ann");
    private final WireClient bob = person("bob");

    @BeforeEach
    void comeIn() {
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();
    }

    @Test
    void programsAreNotAsked() {
        assertThat(ann.ask("MODE #den +C")).containsExactly(":ann!user@127.0.0.1 MODE #den +C");
        bob.sync();

        assertThat(
                        bob.ask(
                                "PRIVMSG #den :\u0001VERSION\u0001",
                                "PRIVMSG #den :\u0001ACTIONS\u0001",
                                "NOTICE #den :\u0001VERSION x\u0001"))
                .containsOnly(
                        ":snug.local 404 bob #den :Programs may not be asked anything in this"
                                + " room")
                .hasSize(2);
        assertThat(ann.sync()).isEmpty();
    }

    @Test
    void peopleStillSpeakOfThemselves() {
        ann.ask("MODE #den +C");

        assertThat(bob.ask("PRIVMSG #den :\u0001ACTION waves\u0001", "PRIVMSG #den :hi"))
                .hasSize(1);
        assertThat(ann.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 PRIVMSG #den :\u0001ACTION waves\u0001",
                        ":bob!user@127.0.0.1 PRIVMSG #den :hi");
    }

    @Test
    void withoutTheModeEverythingMayBeAsked() {
        bob.ask("PRIVMSG #den :\u0001VERSION\u0001");
        assertThat(ann.sync()).hasSize(1);
        assertThat(ann.ask("VERSION")).anyMatch(line -> line.matches(".* CHANMODES=[^ ]*C .*"));
    }
}
