package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.server.host.Deed;
import chat.snug.server.options.ServerOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the host's own app can do, and that nobody else can. */
class HostTest extends LiveServer {
    private final String key = ServerOptions.newHostKey();

    @Test
    void theHostIsOperatorWhoeverCameFirst() {
        restart(options -> options.withHostKey(key).withRoom("#den"));
        WireClient ann = person("ann");
        assertThat(ann.ask("JOIN #den").get(1)).endsWith(" :ann");

        WireClient host = person("hugo", "PASS " + key);

        assertThat(host.ask("JOIN #den").get(1)).endsWith(" :ann @hugo");
        assertThat(ann.sync())
                .containsExactly(":hugo!user@127.0.0.1 JOIN #den", ":snug.local MODE #den +o hugo");
    }

    @Test
    void theHostNeedsNoPassword() {
        restart(options -> options.withHostKey(key).withPassword("sesame").withRoom("#den"));

        WireClient host = person("hugo", "PASS " + key);
        assertThat(host.ask("JOIN #den").get(1)).endsWith(" :@hugo");

        WireClient guest = person("ann", "PASS sesame");
        assertThat(guest.ask("JOIN #den").get(1)).endsWith(" :@hugo ann");
    }

    @Test
    void aWrongKeyMakesNoHost() {
        restart(options -> options.withHostKey(key).withRoom("#den"));

        WireClient ann = person("ann", "PASS " + ServerOptions.newHostKey());

        assertThat(ann.ask("JOIN #den").get(1)).endsWith(" :ann");
    }

    @Test
    void nobodyRemovesTheHost() {
        restart(options -> options.withHostKey(key));
        WireClient ann = person("ann");
        ann.ask("JOIN #attic");
        person("hugo", "PASS " + key).ask("JOIN #attic");
        ann.sync();

        assertThat(ann.ask("KICK #attic hugo", "MODE #attic -o hugo"))
                .containsOnly(
                        ":snug.local 482 ann #attic :The host of the room cannot be removed or"
                                + " demoted")
                .hasSize(2);
    }

    @Test
    void theHostEntersWhateverTheModes() {
        restart(options -> options.withHostKey(key));
        WireClient ann = person("ann");
        ann.ask("JOIN #attic", "MODE #attic +ikl key 1", "MODE #attic +b *!*@*");

        assertThat(person("hugo", "PASS " + key).ask("JOIN #attic").getFirst())
                .isEqualTo(":hugo!user@127.0.0.1 JOIN #attic");
    }

    @Test
    void theRoomOfTheHostStaysWhenItIsEmpty() {
        restart(options -> options.withRoom("#den"));
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :here", "PART #den");

        assertThat(WireClient.verbs(ann.ask("JOIN #den"))).contains("332");
    }

    @Test
    void withoutAHostKeyTheFirstOneIsOperatorOfTheRoom() {
        restart(options -> options.withRoom("#den"));

        assertThat(person("ann").ask("JOIN #den").get(1)).endsWith(" :@ann");
    }

    @Test
    void theRoomIsNamedInTheWelcome() {
        restart(options -> options.withRoom("#书房").withNetwork("Our Place"));

        assertThat(connect().ask("NICK ann", "USER a 0 * :A"))
                .anyMatch(line -> line.contains(" 005 ") && line.contains(" SNUG.CHAT/ROOM=#书房 "))
                .anyMatch(line -> line.contains(" NETWORK=Our\\x20Place "))
                .contains(":snug.local 372 ann :- Room #书房, 0 people")
                .contains(":snug.local 372 ann :- To come in: /join #书房");
    }

    @Test
    void aRoomCannotBeCalledJustAnything() {
        ServerOptions options = ServerOptions.atPort(0);

        assertThatThrownBy(() -> options.withRoom("den"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLogCallsTheHostByNoNameHoweverTheHostDidIt() {
        restart(options -> options.withHostKey(key).withRoom("#den"));
        WireClient host = person("hugo", "PASS " + key);
        WireClient ann = person("ann");
        host.ask("JOIN #den");
        ann.ask("JOIN #den");
        person("eve").ask("JOIN #den");
        person("bob").ask("JOIN #den");

        host.ask("MODE #den +o ann", "MODE #den +b eve!*@*", "KICK #den eve", "KILL bob :spam");
        ann.ask("MODE #den -b eve!*@*");

        List<Deed> deeds = Porter.ask(told -> server().door().deeds(10, told));
        assertThat(deeds.reversed())
                .extracting(deed -> deed.who() + ' ' + deed.act())
                .containsExactly(
                        " MADE_MODERATOR", " BANNED", " REMOVED", " DISCONNECTED", "ann UNBANNED");
    }
}
