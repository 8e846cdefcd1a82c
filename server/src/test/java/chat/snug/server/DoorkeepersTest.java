package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Knock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those are told who decide who comes in, where their programs know standard replies. */
class DoorkeepersTest extends AskingServer {
    private WireClient host;
    private WireClient mod;

    @BeforeEach
    void moderate() {
        host = person("hugo", "PASS " + hostKey);
        host.ask("JOIN #den");
        mod = moderator("mod", "CAP REQ standard-replies", "CAP END");
    }

    /** Somebody who was let in and moderates the host's room. */
    private WireClient moderator(String nick, String... before) {
        WireClient client = letIn(nick, before);
        host.ask("MODE #den +o " + nick);
        client.sync();
        return client;
    }

    private WireClient letIn(String nick, String... before) {
        WireClient client = knocking(nick, before);
        server().door().admit(porter.knock(nick));
        porter.until(List::isEmpty);
        client.sync();
        client.ask("JOIN #den");
        return client;
    }

    private static String knocking(Knock knock, String who, String sentence) {
        return ":snug.local NOTE * KNOCKING %d %s 127.0.0.1 * %s :%s"
                .formatted(knock.id(), knock.name(), who, sentence);
    }

    @Test
    void theyAreToldWhoWaitsInANoteWhoseWordsSayItAll() {
        WireClient ann = knocking("ann");
        Knock knock = porter.knock("ann");
        assertThat(mod.sync())
                .containsExactly(
                        knocking(
                                knock,
                                "guest",
                                "ann (127.0.0.1, a guest) wants to come in: ADMIT ann or TURNAWAY"
                                        + " ann"));
        assertThat(host.sync()).as("the host's app asks by itself").isEmpty();

        ann.send("NICK boss");
        Knock boss = porter.knock("boss");
        assertThat(boss.id()).isEqualTo(knock.id());
        assertThat(mod.sync())
                .singleElement()
                .asString()
                .startsWith(
                        ":snug.local NOTE * KNOCKING " + knock.id() + " boss 127.0.0.1 * guest");
    }

    @Test
    void theyAreToldWhateverBecomesOfThem() {
        WireClient other = moderator("otto");
        mod.sync();
        knocking("ann");
        Knock ann = porter.knock("ann");
        WireClient ben = knocking("ben");
        Knock knocked = porter.knock("ben");
        WireClient cleo = knocking("cleo");
        Knock cleos = porter.knock("cleo");
        mod.sync();
        other.sync();

        other.ask("ADMIT ann");
        server().door().turnAway(knocked);
        porter.until(all -> all.size() == 1);
        ben.untilClosed();
        cleo.send("QUIT").untilClosed();
        porter.until(List::isEmpty);

        assertThat(mod.sync())
                .filteredOn(line -> line.contains(" NOTE "))
                .containsExactly(
                        over(ann, "otto let ann in"),
                        over(knocked, "The host did not let ben in"),
                        over(cleos, "cleo does not wait any more"));
        assertThat(other.sync()).as("another program is not").noneMatch(l -> l.contains("NOTE"));
    }

    private static String over(Knock knock, String sentence) {
        return ":snug.local NOTE * KNOCK_OVER %d %s :%s"
                .formatted(knock.id(), knock.name(), sentence);
    }

    @Test
    void theyDecideByNameAndByWhoWasMeant() {
        WireClient ann = knocking("ann");
        Knock gone = porter.knock("ann");
        ann.send("QUIT").untilClosed();
        porter.until(List::isEmpty);
        WireClient eve = knocking("ann");
        Knock knock = porter.knock("ann");
        mod.sync();

        assertThat(mod.ask("ADMIT ann " + gone.id()))
                .containsExactly(
                        ":snug.local FAIL ADMIT NOT_WAITING ann :Nobody of that name waits");
        assertThat(mod.ask("TURNAWAY ann x"))
                .containsExactly(
                        ":snug.local FAIL TURNAWAY NOT_WAITING ann :Nobody of that name waits");
        assertThat(eve.sync()).containsExactly(WAIT);

        assertThat(mod.ask("ADMIT ann " + knock.id()))
                .as("in a note, and not once more")
                .containsExactly(over(knock, "mod let ann in"));
        assertThat(eve.next()).startsWith(":snug.local 001 ann ");
    }

    @Test
    void whoAsksIsToldWhoWaits() {
        assertThat(mod.ask("ADMIT"))
                .containsExactly(":snug.local NOTE ADMIT NOBODY_WAITS :Nobody waits to be let in");
        knocking("ann");
        Knock knock = porter.knock("ann");
        mod.sync();
        assertThat(mod.ask("ADMIT"))
                .containsExactly(knocking(knock, "guest", "ann waits, from 127.0.0.1, a guest"));
    }

    @Test
    void nobodyElseIsToldAndNobodyCanSayIt() {
        WireClient eve = letIn("eve", "CAP REQ :standard-replies message-tags", "CAP END");
        mod.sync();
        assertThat(eve.ask("NOTE * KNOCKING 7 ben 127.0.0.1 * guest :ben wants to come in"))
                .singleElement()
                .asString()
                .contains(" 421 ");
        String forged = "NOTE * KNOCKING 7 ben 127.0.0.1 * guest :ben wants to come in";
        eve.ask("NOTICE mod :" + forged);
        eve.ask("PRIVMSG mod :\u0001" + forged + "\u0001");
        eve.ask("@+snug.chat/knocking=7 TAGMSG mod");
        eve.ask(":snug.local NOTICE mod :" + forged);
        assertThat(mod.sync()).isNotEmpty().allMatch(line -> line.contains(":eve!"));

        knocking("ann");
        porter.knock("ann");
        assertThat(eve.sync()).isEmpty();
        assertThat(eve.ask("ADMIT ann")).singleElement().asString().contains(" 481 ");
    }

    @Test
    void whoModeratesNoMoreIsNotTold() {
        host.ask("MODE #den -o mod");
        mod.sync();
        knocking("ann");
        porter.knock("ann");
        assertThat(mod.sync()).isEmpty();
    }
}
