package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.base64;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.room.RateLimit;
import chat.snug.server.host.Knock;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name that a newcomer wants to own by a key is theirs when they come in, and not before. */
class ClaimTest extends LiveServer {
    private static final OwnKey HOST = OwnKey.make();
    private static final String LOGGED_OUT = " :You are now logged out";
    private static final String RESERVED = " :Nickname is reserved: sign in to its account first";

    private final OwnKey evesKey = OwnKey.make();
    private final OwnKey annsKey = OwnKey.make();

    @BeforeEach
    void encrypt() {
        encrypt(UnaryOperator.identity());
    }

    private void encrypt(UnaryOperator<ServerOptions> change) {
        restart(options -> change.apply(options.withSecurity(new Security(HOST, true))));
    }

    /** Somebody who has signed in and not come in yet. */
    private WireClient claiming(OwnKey key, String nick, String account, String... before) {
        WireClient client = encrypted(key);
        client.ask(before);
        client.ask("CAP REQ :sasl standard-replies", "NICK " + nick, "USER user 0 * :U");
        assertThat(client.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64(account)))
                .anyMatch(line -> line.endsWith(" :You are now logged in as " + account))
                .last()
                .asString()
                .contains(" 903 ");
        return client;
    }

    private WireClient in(OwnKey key, String nick, String account, String... before) {
        WireClient client = claiming(key, nick, account, before);
        assertThat(client.ask("CAP END").getFirst()).contains(" 001 " + nick + " ");
        return client;
    }

    private static void assertAccount(WireClient asking, String nick, String account) {
        assertThat(asking.ask("WHOIS " + nick))
                .anyMatch(line -> line.contains(" 330 ") && line.contains(nick + ' ' + account));
    }

    private static void assertGuest(WireClient asking, String nick) {
        assertThat(asking.ask("WHOIS " + nick))
                .anyMatch(line -> line.contains(" 311 "))
                .noneMatch(line -> line.contains(" 330 "));
    }

    private String signInAs(WireClient client, String account) {
        return client.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE " + base64(account)).getLast();
    }

    /** Somebody else has the laptop now, and is on the way in. */
    @Test
    void whoIsOnTheWayInByAKeyThatIsTakenAwayIsSignedOut() {
        WireClient ann = in(annsKey, "ann", "ann");
        ann.ask("REGISTER * * :" + PASSWORD);
        WireClient laptop = encrypted(evesKey).register("annie", "CAP REQ sasl", "CAP END");
        laptop.ask("AUTHENTICATE PLAIN", Sasl.plain("ann", PASSWORD), "KEY ADD");
        WireClient eve = claiming(evesKey, "laptop", "ann");
        ann.ask("KEY DEL " + evesKey.fingerprint());

        assertThat(eve.sync()).anyMatch(line -> line.endsWith(LOGGED_OUT));
        eve.ask("CAP END");
        assertGuest(ann, "laptop");
    }

    @Test
    void aClaimThatIsGivenUpLeavesNobodySignedInToIt() {
        WireClient claimant = claiming(evesKey, "ann", "ann");
        WireClient eve = encrypted(evesKey);
        eve.ask("CAP REQ sasl", "NICK eve", "USER user 0 * :U");
        assertThat(eve.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +"))
                .anyMatch(line -> line.endsWith(" :You are now logged in as eve"));
        assertThat(eve.ask("CAP END").getFirst()).contains(" 001 eve ");
        assertAccount(eve, "eve", "eve");
        claimant.send("QUIT").untilClosed();

        WireClient ann = in(annsKey, "ann", "ann");

        assertThat(eve.ask("KEY ADD", "REGISTER * * :" + PASSWORD, "KEY LIST"))
                .contains(
                        ":snug.local REGISTER SUCCESS eve :Your password is set",
                        ":snug.local NOTE KEY END_OF_LIST eve :1 keys, a password");
        assertThat(signInAs(eve, "ann")).contains(" 904 ");
        assertThat(eve.ask("NICK ann").getFirst()).contains(" 433 ");
        assertThat(ann.ask("KEY LIST"))
                .hasSize(2)
                .anyMatch(line -> line.contains(annsKey.fingerprint().toString()));
    }

    @Test
    void theFirstOfTwoWithOneKeySettlesItForBoth() {
        WireClient second = claiming(annsKey, "ann2", "ann");
        WireClient first = in(annsKey, "ann", "ann");

        assertThat(second.ask("CAP END"))
                .noneMatch(line -> line.contains(" 901 "))
                .first()
                .asString()
                .contains(" 001 ann2 ");
        assertAccount(first, "ann2", "ann");
        assertThat(second.ask("KEY LIST"))
                .contains(":snug.local NOTE KEY END_OF_LIST ann :1 keys, no password");
    }

    @Test
    void aKeyIsOfTheAccountThatWasSettledFirst() {
        WireClient claimant = claiming(evesKey, "bob", "bob");
        in(evesKey, "eve", "eve");

        List<String> welcome = claimant.ask("CAP END");

        assertThat(welcome.getFirst())
                .isEqualTo(":snug.local 901 * bob!user@127.0.0.1" + LOGGED_OUT);
        assertThat(welcome.get(1)).contains(" 001 bob ");
        assertGuest(claimant, "bob");
        in(annsKey, "bobby", "bobby");
    }

    @Test
    void whoComesInFirstHasTheNameHoweverLongAnotherHasClaimedIt() {
        WireClient eve = claiming(evesKey, "ann", "ann");
        WireClient other = claiming(OwnKey.make(), "bob", "ANN");
        WireClient ann = in(annsKey, "ann", "ann");

        assertThat(eve.ask("CAP END"))
                .containsExactly(
                        ":snug.local 901 * ann!user@127.0.0.1" + LOGGED_OUT,
                        ":snug.local 433 * ann :Nickname is already in use");
        assertThat(other.ask("CAP END").getFirst())
                .isEqualTo(":snug.local 901 * bob!user@127.0.0.1" + LOGGED_OUT);
        assertGuest(ann, "bob");
        ann.send("QUIT").untilClosed();
        assertThat(eve.ask("NICK ann")).containsExactly(":snug.local 433 * ann" + RESERVED);
        in(annsKey, "ann", "ann");
    }

    @Test
    void aNameThatSomebodyRegistersMeanwhileIsTheirs() {
        WireClient eve = claiming(evesKey, "eve", "ann");
        WireClient ann = person("ann");
        assertThat(ann.ask("REGISTER * * :" + PASSWORD)).hasSize(2);

        assertThat(eve.ask("CAP END").getFirst()).contains(" 901 * eve!");
        assertGuest(ann, "eve");
        assertThat(eve.ask("KEY LIST").getFirst()).contains(" ACCOUNT_REQUIRED ");
    }

    @Test
    void whoeverIsSignedInWhenAllIsForgottenIsSignedOut() throws Exception {
        WireClient witness = capable("witness", "account-notify");
        WireClient eve = in(evesKey, "eve", "ann");
        witness.ask("JOIN #den");
        eve.ask("JOIN #den");
        witness.sync();

        server().forgetEverything();

        assertThat(eve.next()).isEqualTo(":snug.local 901 eve eve!user@127.0.0.1" + LOGGED_OUT);
        assertThat(witness.next()).isEqualTo(":eve!user@127.0.0.1 ACCOUNT *");
        WireClient ann = in(annsKey, "ann", "ann");
        assertGuest(ann, "eve");
        assertThat(eve.ask("KEY LIST", "KEY ADD"))
                .hasSize(2)
                .allMatch(line -> line.contains(" ACCOUNT_REQUIRED "));
        assertThat(signInAs(eve, "ann")).contains(" 904 ");
    }

    @Test
    void nobodyHasTheRankOfAnAccountThatIsForgotten() {
        WireClient ann = in(annsKey, "ann", "ann");
        ann.ask("JOIN #den");
        in(OwnKey.make(), "bob", "bob").ask("JOIN #den");
        server().forgetEverything();
        assertThat(ann.next()).contains(" JOIN #den");
        assertThat(ann.next()).contains(" 901 ");
        ann.send("QUIT").untilClosed();

        WireClient eve = in(evesKey, "ann", "ann");

        assertThat(eve.ask("JOIN #den"))
                .anyMatch(line -> line.contains(" 353 "))
                .noneMatch(line -> line.contains("@ann"));
    }

    // ---- at a door

    private Porter guarded() {
        encrypt(
                options ->
                        options.withPassword("sesame")
                                .withDoor(DoorOptions.defaults().withAsking(true)));
        return new Porter(server());
    }

    @Test
    void whoWaitsIsNoOwnerOfANameThatAnotherConnectionOfTheirsClaims() {
        Porter porter = guarded();
        claiming(evesKey, "ann", "ann");
        WireClient waiting = claiming(evesKey, "eve", "ann").send("CAP END");

        assertThat(porter.knock("eve").account()).isNull();
        assertThat(waiting.next()).contains(" WAITING_FOR_HOST ");
    }

    @Test
    void whoGuessesLocksNoNeighbourOutWhoHasAnAccount() {
        RateLimit twice = new RateLimit(2, Long.MAX_VALUE / 8);
        encrypt(
                options ->
                        options.withPassword("sesame")
                                .withDoor(
                                        DoorOptions.defaults()
                                                .withLimits(
                                                        options.door()
                                                                .limits()
                                                                .withWrongSecrets(twice))));
        in(annsKey, "ann", "ann", "PASS sesame").send("QUIT").untilClosed();
        for (int i = 0; i < 2; i++) {
            assertThat(guess(evesKey, "guess" + i)).contains("ERROR :Password incorrect");
        }
        String locked = "ERROR :Too many wrong passwords from your address; try again in a minute";
        assertThat(guess(evesKey, "sesame")).contains(locked);

        in(annsKey, "ann", "ann", "PASS sesame").send("QUIT").untilClosed();
        for (int i = 0; i < 2; i++) {
            assertThat(guess(annsKey, "guess" + i)).contains("ERROR :Password incorrect");
        }
        assertThat(guess(annsKey, "sesame")).as("an owner guesses as often").contains(locked);
    }

    private List<String> guess(OwnKey key, String password) {
        return encrypted(key)
                .send("PASS " + password, "NICK guesser", "USER user 0 * :U")
                .untilClosed();
    }

    @Test
    void aNameThatOnlyWaitsGivesWayToWhoHasThePassword() {
        Porter porter = guarded();
        WireClient eve = claiming(evesKey, "ann", "ann").send("CAP END");
        assertThat(eve.next()).contains(" WAITING_FOR_HOST ");
        Knock knock = porter.knock("ann");

        WireClient ann = in(annsKey, "ann", "ann", "PASS sesame");

        assertAccount(ann, "ann", "ann");
        server().door().admit(knock);
        assertThat(eve.next()).isEqualTo(":snug.local 901 * ann!user@127.0.0.1" + LOGGED_OUT);
        assertThat(eve.next()).isEqualTo(":snug.local 433 * ann :Nickname is already in use");
        assertThat(eve.ask("NICK eve").getFirst()).contains(" 001 eve ");
        assertGuest(ann, "eve");
    }
}
