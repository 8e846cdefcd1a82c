package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is banned or muted by name keeps it while they are in the room. */
class HeldNameTest extends LiveServer {
    private static final String HELD =
            ":You cannot change your name while you are banned or muted in this room";
    private static final String BANNED = ":This name is banned or muted in this room";

    private WireClient ann;

    @BeforeEach
    void annOpensARoom() {
        ann = person("ann");
        ann.ask("JOIN #den");
    }

    private WireClient guest(String nick) {
        WireClient guest = person(nick);
        guest.ask("JOIN #den");
        return guest;
    }

    private void mode(WireClient guest, String change) {
        assertThat(ann.ask("MODE #den " + change)).last().asString().contains(" MODE #den ");
        assertThat(guest.next()).contains(" MODE #den ");
    }

    private static void assertHeld(WireClient guest, String wanted, String why) {
        List<String> answer = guest.ask("NICK " + wanted);
        assertThat(answer).hasSize(1);
        assertThat(answer.getFirst()).matches(":snug\\.local 435 \\S+ " + wanted + " #den " + why);
    }

    @Test
    void whoIsMutedByNameStaysMuted() {
        WireClient spammer = guest("spammer");
        mode(spammer, "+q spammer!*@*");

        assertHeld(spammer, "other", HELD);
        assertThat(spammer.ask("PRIVMSG #den :buy")).first().asString().contains(" 404 spammer ");
    }

    @Test
    void whoIsBannedByNameAndStillThereStaysBanned() {
        WireClient spammer = guest("spammer");
        mode(spammer, "+b spam*");

        assertHeld(spammer, "other", HELD);
    }

    @Test
    void whoIsMutedForATimeKeepsTheNameForThatTime() {
        WireClient spammer = guest("spammer");
        mode(spammer, "+q ~t:10:spammer!*@*");
        assertHeld(spammer, "other", HELD);

        mode(spammer, "-q ~t:10:spammer!*@*");
        assertThat(spammer.ask("NICK other")).containsExactly(":spammer!user@127.0.0.1 NICK other");
    }

    @Test
    void nobodyTakesANameThatIsBannedOrMutedThere() {
        WireClient bob = guest("bob");
        mode(bob, "+bq evil*!*@* quiet!*@*");

        assertHeld(bob, "evil2", BANNED);
        assertHeld(bob, "Quiet", BANNED);
        assertThat(bob.ask("NICK good")).containsExactly(":bob!user@127.0.0.1 NICK good");
    }

    /** So many lists that they are not all looked at in one turn. */
    @Test
    void eachOfManyRoomsHasItsSay() {
        WireClient bob = guest("bob");
        for (int room = 0; room < 12; room++) {
            ann.ask("JOIN #r" + room);
            for (int i = 0; i < 100; i += 20) {
                String masks = masks(i);
                ann.ask(
                        "MODE #r" + room + " +" + "b".repeat(20) + masks,
                        "MODE #r" + room + " +" + "q".repeat(20) + masks);
            }
            bob.ask("JOIN #r" + room);
        }
        ann.ask("MODE #r11 -q x99", "MODE #r11 +q evil*");
        bob.sync();

        assertThat(bob.ask("NICK evil2"))
                .containsExactly(":snug.local 435 bob evil2 #r11 " + BANNED);
        assertThat(bob.ask("NICK good", "NICK better"))
                .containsExactly(
                        ":bob!user@127.0.0.1 NICK good", ":good!user@127.0.0.1 NICK better");
        ann.ask("MODE #r11 -q x98", "MODE #r11 +q better");
        bob.sync();
        assertThat(bob.ask("NICK other"))
                .containsExactly(":snug.local 435 better other #r11 " + HELD);
    }

    private static String masks(int from) {
        StringBuilder masks = new StringBuilder();
        for (int i = from; i < from + 20; i++) {
            masks.append(" x").append(i);
        }
        return masks.toString();
    }

    @Test
    void anotherCaseOfTheNameIsNoOtherName() {
        WireClient bob = guest("bob");
        mode(bob, "+q bob!*@*");

        assertThat(bob.ask("NICK BOB")).containsExactly(":bob!user@127.0.0.1 NICK BOB");
    }

    @Test
    void voiceAnExceptionAndAnotherRoomSetFree() {
        WireClient bob = guest("bob");
        mode(bob, "+qv bob!*@* bob");
        assertThat(bob.ask("NICK bob1")).containsExactly(":bob!user@127.0.0.1 NICK bob1");

        mode(bob, "-v+qe bob1 *!*@* bob?!*@*");
        assertThat(bob.ask("NICK bob2")).containsExactly(":bob1!user@127.0.0.1 NICK bob2");
        assertHeld(bob, "robert", BANNED);

        mode(bob, "-e bob?!*@*");
        assertHeld(bob, "bob3", HELD);
        bob.ask("PART #den");
        assertThat(bob.ask("NICK bob3")).containsExactly(":bob2!user@127.0.0.1 NICK bob3");
    }

    private WireClient registered(String nick) {
        WireClient client = person(nick);
        assertThat(client.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        return client;
    }

    /** Somebody who is signed in and may sign in to another account. */
    private WireClient signedIn(String account) {
        registered(account).send("QUIT").untilClosed();
        WireClient client = person(account, login(account, ""));
        client.ask("JOIN #den");
        return client;
    }

    private static String signIn(WireClient client, String account) {
        return client.ask("AUTHENTICATE PLAIN", plain(account, PASSWORD)).getLast();
    }

    @Test
    void whoIsMutedByAccountKeepsIt() {
        registered("hobbit");
        WireClient goblin = signedIn("goblin");
        mode(goblin, "+q ~a:goblin");

        assertThat(signIn(goblin, "hobbit"))
                .isEqualTo(
                        ":snug.local 904 goblin :SASL authentication failed: you are banned or"
                                + " muted as you are in #den");
        assertThat(goblin.ask("PRIVMSG #den :buy")).first().asString().contains(" 404 goblin ");
        assertThat(signIn(goblin, "goblin")).contains(" 903 ");

        goblin.ask("PART #den");
        assertThat(signIn(goblin, "hobbit")).contains(" 903 ");
    }

    @Test
    void aBanForATimeByAccountHoldsTooAndVoiceSetsFree() {
        registered("hobbit");
        WireClient goblin = signedIn("goblin");
        mode(goblin, "+b ~t:10:~a:gob*");
        assertThat(signIn(goblin, "hobbit")).contains(" 904 ");

        mode(goblin, "+v goblin");
        assertThat(signIn(goblin, "hobbit")).contains(" 903 ");
    }

    @Test
    void aMuteByNameIsNoneByAccount() {
        registered("hobbit");
        WireClient goblin = signedIn("goblin");
        mode(goblin, "+q goblin!*@*");

        assertThat(signIn(goblin, "hobbit")).contains(" 903 ");
    }

    @Test
    void whoIsKnownByTheirKeyAndMutedByItsAccountMakesNoOther() {
        OwnKey key = OwnKey.make();
        restart(options -> options.withSecurity(new Security(OwnKey.make(), true)));
        annOpensARoom();
        WireClient owner = encrypted(key).register("goblin");
        owner.ask("REGISTER * * :" + PASSWORD, "KEY ADD");
        owner.send("QUIT").untilClosed();
        WireClient goblin = encrypted(key).register("gob");
        goblin.ask("JOIN #den");
        mode(goblin, "+q ~a:goblin");

        assertThat(goblin.ask("REGISTER hobbit * :" + PASSWORD))
                .containsExactly(
                        ":snug.local FAIL REGISTER TEMPORARILY_UNAVAILABLE hobbit :You are banned"
                                + " or muted as you are in #den");
        assertThat(goblin.ask("PRIVMSG #den :buy")).first().asString().contains(" 404 gob ");
    }

    /** Somebody who is called as an account is that they are not signed in to any more. */
    private WireClient calledZed() {
        registered("yan").send("QUIT").untilClosed();
        WireClient zed = registered("zed");
        zed.ask("CAP REQ sasl");
        assertThat(signIn(zed, "yan")).contains(" 903 ");
        zed.ask("JOIN #den");
        return zed;
    }

    /** The owner comes; what is told in the room, with the name that the other one has now. */
    private List<String> ownerOfZedComes(WireClient zed) {
        ann.sync();
        person("zed", login("zed", ""));
        String line;
        do {
            line = zed.next();
        } while (!line.startsWith(":zed!user@127.0.0.1 NICK "));
        String guest = line.substring(line.lastIndexOf(' ') + 1);
        return ann.sync().stream().map(told -> told.replace(guest, "GUEST")).toList();
    }

    @Test
    void whoIsGivenAnotherNameStaysMutedAndBanned() {
        WireClient zed = calledZed();
        mode(zed, "+qb zed!*@* zed!user@*");

        assertThat(ownerOfZedComes(zed))
                .containsExactly(
                        ":zed!user@127.0.0.1 NICK GUEST",
                        ":snug.local MODE #den +bq GUEST!*@* GUEST!*@*");
        assertThat(zed.ask("PRIVMSG #den :buy", "NICK other"))
                .anyMatch(line -> line.contains(" 404 "))
                .anyMatch(line -> line.contains(" 435 "));
    }

    @Test
    void whoIsGivenAnotherNameStaysMutedForTheSameTime() {
        WireClient zed = calledZed();
        mode(zed, "+q ~t:10:zed!*@*");

        assertThat(ownerOfZedComes(zed))
                .containsExactly(
                        ":zed!user@127.0.0.1 NICK GUEST",
                        ":snug.local MODE #den +q ~t:10:GUEST!*@*");
    }

    @Test
    void nothingIsAddedForWhoIsFreeByAnException() {
        WireClient zed = calledZed();
        mode(zed, "+bqe zed!*@* zed!*@* ~a:yan");
        assertThat(ownerOfZedComes(zed)).containsExactly(":zed!user@127.0.0.1 NICK GUEST");
    }

    @Test
    void theHostIsCalledWhatTheHostLikes() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key).withRoom("#den"));
        WireClient host = person("hugo", "PASS " + key);
        host.ask("JOIN #den", "MODE #den +bq *!*@* *!*@*");

        assertThat(host.ask("NICK mei")).containsExactly(":hugo!user@127.0.0.1 NICK mei");
    }

    @Test
    void whoIsHeldDoesNotPutAnybodyOutOfTheirOwnName() {
        WireClient first = person("bob");
        assertThat(first.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        WireClient second = guest("other");
        second.ask(login("bob", ""));
        mode(second, "+q other!*@*");

        assertHeld(second, "bob", HELD);
        assertThat(first.sync()).as("not even asked whether it is there").isEmpty();
    }

    @Test
    void aMuteThatComesWhileAnOlderConnectionIsAskedHoldsToo() {
        WireClient first = person("bob");
        assertThat(first.ask("REGISTER * * :" + PASSWORD)).hasSize(2);
        WireClient second = guest("other");
        second.ask(login("bob", ""));

        second.send("NICK bob");
        assertThat(first.next()).isEqualTo("PING snug.local");
        mode(second, "+q other!*@*");
        first.close();

        assertThat(second.next()).isEqualTo(":snug.local 435 other bob #den " + HELD);
    }
}
