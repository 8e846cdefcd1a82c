package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.base64;
import static chat.snug.server.Sasl.login;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.options.Security;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else has the computer with a key of Ann's, is in as Ann, and Ann takes the key away. */
class LostKeyTest extends LiveServer {
    private static final OwnKey HOST = OwnKey.make();

    private final OwnKey key = OwnKey.make();
    private WireClient thief;
    private WireClient ann;
    private WireClient eve;

    @BeforeEach
    void lose() {
        restart(options -> options.withSecurity(new Security(HOST, true)));
        eve = person("eve");
        eve.ask("JOIN #den");
        thief = encrypted(key);
        thief.ask("CAP REQ sasl", "NICK ann", "USER user 0 * :U");
        thief.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64("ann"), "CAP END");
        thief.ask("REGISTER * * :" + PASSWORD, "JOIN #den");
        ann = person("annie", login("ann", ""));
        eve.sync();
    }

    /** What the thief is told, with GUEST for the name that they are given. */
    private List<String> takeAway() {
        thief.sync();
        ann.ask("KEY DEL " + key.fingerprint());
        return thief.sync().stream().map(LostKeyTest::masked).toList();
    }

    private static String masked(String line) {
        return line.replaceAll("Guest\\d{4}", "GUEST");
    }

    private List<String> eveIsTold() {
        return eve.sync().stream().map(LostKeyTest::masked).toList();
    }

    @Test
    void theyLoseTheNameAtOnce() {
        assertThat(takeAway())
                .containsExactly(
                        ":snug.local 901 ann ann!user@127.0.0.1 :You are now logged out",
                        ":snug.local NOTICE ann :The name ann is its owner's, so you are called"
                                + " GUEST now",
                        ":ann!user@127.0.0.1 NICK GUEST");

        assertThat(eveIsTold()).containsExactly(":ann!user@127.0.0.1 NICK GUEST");
        assertThat(thief.ask("NICK ann").getFirst()).contains(" 433 ");
        assertThat(ann.ask("NICK ann")).containsExactly(":annie!user@127.0.0.1 NICK ann");
    }

    @Test
    void aMuteByTheAccountDoesNotKeepThemInItAndStays() {
        eve.ask("MODE #den +q ~a:ann");
        takeAway();

        assertThat(eveIsTold())
                .containsExactly(
                        ":ann!user@127.0.0.1 NICK GUEST", ":snug.local MODE #den +q GUEST!*@*");
        assertThat(thief.ask("PRIVMSG #den :buy").getFirst()).contains(" 404 ");
        assertThat(thief.ask("KEY LIST").getFirst()).contains(" ACCOUNT_REQUIRED ");
    }

    @Test
    void theRanksOfTheAccountAreItsOwnersAgain() {
        thief.ask("JOIN #mine");
        eve.ask("JOIN #mine", "MODE #den +v ann");
        assertThat(takeAway())
                .startsWith(":snug.local MODE #den -v ann", ":snug.local MODE #mine -o ann");

        assertThat(eveIsTold())
                .containsExactly(
                        ":snug.local MODE #den -v ann",
                        ":snug.local MODE #mine -o ann",
                        ":ann!user@127.0.0.1 NICK GUEST");
        assertThat(masked(thief.ask("MODE #mine +b eve").getFirst())).contains(" 482 GUEST #mine ");
        assertThat(ann.ask("JOIN #mine")).anyMatch(line -> line.contains("@annie"));
    }

    @Test
    void whoIsCalledOtherwiseKeepsThatName() {
        thief.ask("NICK tom");
        assertThat(takeAway())
                .containsExactly(":snug.local 901 tom tom!user@127.0.0.1 :You are now logged out");
    }
}
