package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of those who may be in a room and do not speak (Solanum's mode {@code q}). */
class QuietTest extends LiveServer {
    @Test
    void whoIsQuietedMayBeThereAndDoesNotSpeak() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.ask("MODE #den +q bob!*@*");

        assertThat(bob.ask("PRIVMSG #den :hey").getLast())
                .isEqualTo(":snug.local 404 bob #den :A moderator of the room has muted you");
        bob.ask("PART #den");
        assertThat(bob.ask("JOIN #den").getFirst()).endsWith(" JOIN #den");
        ann.sync();
        ann.ask("MODE #den -q bob!*@*");
        bob.ask("PRIVMSG #den :hey again");

        assertThat(ann.sync()).last().asString().endsWith("PRIVMSG #den :hey again");
    }

    @Test
    void whoHasARankOrAnExceptionSpeaks() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient cleo = person("cleo");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        cleo.ask("JOIN #den");
        ann.ask("MODE #den +qve *!*@* bob cleo!*@*");

        assertThat(bob.ask("PRIVMSG #den :1")).noneMatch(line -> line.contains(" 404 "));
        assertThat(cleo.ask("PRIVMSG #den :2")).noneMatch(line -> line.contains(" 404 "));
        assertThat(ann.sync()).last().asString().endsWith("PRIVMSG #den :2");
    }

    @Test
    void theListIsTold() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "MODE #den +q bob");

        assertThat(ann.ask("MODE #den q"))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                ":snug.local 728 ann #den q bob!*@*"
                                                        + " ann!user@127.0.0.1 "),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                ":snug.local 729 ann #den q :End of channel quiet"
                                                        + " list"));
    }
}
