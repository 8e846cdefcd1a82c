package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Deed;
import chat.snug.server.options.DoorLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modern IRC, operator messages: who becomes an IRC operator, and what operators may do. */
class OperTest extends LiveServer {
    private static final String DENIED = ":Permission Denied- You're not an IRC operator";

    private WireClient root;
    private WireClient ann;

    @BeforeEach
    void comeIn() {
        restart(options -> options.withOperator("root", "secret"));
        root = person("root");
        root.ask("OPER root secret");
        ann = person("ann");
    }

    @Test
    void nameAndPasswordMakeAnOperator() {
        assertThat(ann.ask("OPER root secret"))
                .containsExactly(
                        ":snug.local 381 ann :You are now an IRC operator",
                        ":snug.local MODE ann +o");
        assertThat(ann.ask("MODE ann")).containsExactly(":snug.local 221 ann +o");
        assertThat(ann.ask("WHOIS ann")).contains(":snug.local 313 ann ann :is an IRC operator");
        assertThat(ann.ask("USERHOST ann").getFirst()).endsWith(" ann*=+user@127.0.0.1");
        assertThat(ann.ask("WHO ann").getFirst()).contains(" ann H* :0 ");
    }

    @Test
    void whatStrangersDoInTheirOwnRoomsPushesNothingOutOfTheLog(@TempDir Path folder) {
        UnaryOperator<ServerOptions> few =
                options -> {
                    DoorLimits limits = options.door().limits().withKept(1, 1, 10);
                    return options.withOperator("root", "secret")
                            .withStore(StoreOptions.in(folder))
                            .withDoor(options.door().withLimits(limits));
                };
        server().close();
        restart(few);
        root = person("root");
        root.ask("OPER root secret", "JOIN #root", "MODE #root +b x");
        person("victim");
        root.ask("KILL victim :rude");
        WireClient eve = person("eve");
        eve.ask("JOIN #mine");
        for (int i = 0; i < 15; i++) {
            eve.ask("MODE #mine +b m" + i, "MODE #mine -b m" + i);
        }
        assertLog(2, 2);
        server().close();
        restart(few);
        eve = person("eve");
        eve.ask("JOIN #mine2", "MODE #mine2 +bbb a b c");
        assertLog(2, 2);
        root = person("root");
        root.ask("OPER root secret", "JOIN #root", "MODE #root +bbbbbbbb a b c d e f g h");
        assertLog(8, 2);
    }

    private void assertLog(int ofRoot, int ofEve) {
        assertThat(Porter.<List<Deed>>ask(told -> server().door().deeds(20, told)))
                .satisfies(
                        all ->
                                assertThat(all)
                                        .filteredOn(deed -> deed.who().equals("root"))
                                        .hasSize(ofRoot))
                .filteredOn(deed -> deed.who().equals("eve"))
                .hasSize(ofEve);
    }

    @Test
    void wrongNameOrPasswordIsRefused() {
        assertThat(ann.ask("OPER root wrong", "OPER nobody secret", "OPER root", "OPER"))
                .containsExactly(
                        ":snug.local 464 ann :Password incorrect",
                        ":snug.local 464 ann :Password incorrect",
                        ":snug.local 461 ann OPER :Not enough parameters",
                        ":snug.local 461 ann OPER :Not enough parameters");
        assertThat(ann.ask("MODE ann +o", "MODE ann")).containsExactly(":snug.local 221 ann +");
    }

    @Test
    void guessingThePasswordHasALimitAtAnAddress() {
        int burst = DoorLimits.defaults().wrongSecrets().burst();
        for (int i = 0; i < burst; i++) {
            assertThat(ann.ask("OPER root guess" + i))
                    .containsExactly(":snug.local 464 ann :Password incorrect");
        }

        assertThat(person("bob").ask("OPER root secret"))
                .containsExactly(
                        ":snug.local 464 bob :Too many wrong passwords from your address; try"
                                + " again in a minute");
    }

    @Test
    void whereNobodyCanBeOperatorThatIsTold() {
        restart(options -> options);
        assertThat(person("ann").ask("OPER root secret"))
                .containsExactly(":snug.local 491 ann :No O-lines for your host");
    }

    @Test
    void theHostIsOperatorFromTheStart() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key));
        WireClient host = connect();

        host.send("PASS " + key, "NICK hugo", "USER hugo 0 * :Hugo");

        assertThat(host.sync()).contains(":snug.local 221 hugo +o");
        assertThat(host.ask("WALLOPS :x")).isEmpty();
    }

    @Test
    void aKillIsToldToTheVictimAndToThoseWhoSeeThem() {
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();

        assertThat(root.ask("KILL BOB :too loud")).isEmpty();

        assertThat(bob.untilClosed())
                .containsExactly(
                        ":root!user@127.0.0.1 KILL bob :too loud",
                        ":bob!user@127.0.0.1 QUIT :Killed (root (too loud))",
                        "ERROR :Closing Link: snug.local (Killed (root (too loud)))");
        assertThat(ann.sync())
                .containsExactly(":bob!user@127.0.0.1 QUIT :Killed (root (too loud))");
        assertThat(root.ask("WHOWAS bob").getFirst()).contains(" 314 root bob ");
    }

    @Test
    void aKillOfOneselfEndsTheConnection() {
        assertThat(root.send("KILL root :enough").untilClosed())
                .containsExactly(
                        ":root!user@127.0.0.1 KILL root enough",
                        ":root!user@127.0.0.1 QUIT :Killed (root (enough))",
                        "ERROR :Closing Link: snug.local (Killed (root (enough)))");
    }

    @Test
    void aKillThatCannotBeIsRefused() {
        assertThat(root.ask("KILL nobody :x", "KILL snug.local :x", "KILL ann", "KILL"))
                .containsExactly(
                        ":snug.local 401 root nobody :No such nick/channel",
                        ":snug.local 483 root :You cant kill a server!",
                        ":snug.local 461 root KILL :Not enough parameters",
                        ":snug.local 461 root KILL :Not enough parameters");
        assertThat(ann.ask("KILL root :x")).containsExactly(":snug.local 481 ann " + DENIED);
    }

    @Test
    void nobodyKillsTheHost() {
        String key = ServerOptions.newHostKey();
        restart(options -> options.withHostKey(key).withOperator("root", "secret"));
        WireClient host = person("hugo", "PASS " + key);
        WireClient guest = person("guest");
        guest.ask("OPER root secret");

        assertThat(guest.ask("KILL hugo :x"))
                .containsExactly(":snug.local 723 guest kill:host :Insufficient oper privileges.");
        assertThat(host.ask("PING x")).hasSize(1);
    }

    @Test
    void wallopsReachThoseWhoWantThem() {
        WireClient bob = person("bob");
        assertThat(ann.ask("MODE ann +w")).containsExactly(":ann!user@127.0.0.1 MODE ann +w");

        assertThat(root.ask("WALLOPS :the kettle is on", "WALLOPS"))
                .containsExactly(":snug.local 461 root WALLOPS :Not enough parameters");

        assertThat(ann.sync()).containsExactly(":root!user@127.0.0.1 WALLOPS :the kettle is on");
        assertThat(bob.sync()).isEmpty();
        assertThat(bob.ask("WALLOPS :x")).containsExactly(":snug.local 481 bob " + DENIED);
        ann.ask("MODE ann -w");
        root.ask("WALLOPS :again");
        assertThat(ann.sync()).isEmpty();
        root.ask("MODE root +w");
        assertThat(root.ask("WALLOPS :me too"))
                .containsExactly(":root!user@127.0.0.1 WALLOPS :me too");
    }

    @Test
    void rehashReadsTheMessageOfTheDayAgain(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("motd.txt"), "first\n");
        restart(
                options -> {
                    try {
                        return options.withOperator("root", "secret").withMotdFile(file);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
        WireClient oper = person("oper", "CAP REQ :labeled-response batch", "CAP END");
        assertThat(oper.ask("REHASH")).containsExactly(":snug.local 481 oper " + DENIED);
        oper.ask("OPER root secret");
        assertThat(oper.ask("MOTD").get(1)).endsWith(" 372 oper :- first");
        Files.writeString(file, "second\nthird\n");

        assertThat(oper.ask("@label=x REHASH", "MOTD"))
                .containsExactly(
                        "@label=x :snug.local 382 oper motd.txt Rehashing",
                        ":snug.local 375 oper :- snug.local Message of the day - ",
                        ":snug.local 372 oper :- second",
                        ":snug.local 372 oper :- third",
                        ":snug.local 376 oper :End of /MOTD command.");

        Files.delete(file);
        assertThat(oper.ask("REHASH"))
                .containsExactly(
                        ":snug.local FAIL REHASH CONFIG_BAD :Could not read it again from disk");
        assertThat(oper.ask("MOTD")).hasSize(4);
    }

    @Test
    void withoutAFileThereIsNothingToReadAgain() {
        assertThat(root.ask("REHASH")).containsExactly(":snug.local 382 root * Rehashing");
    }

    @Test
    void serversAreNotLinkedAndNobodyEndsThisOneFromAfar() {
        assertThat(root.ask("CONNECT hub.example", "SQUIT hub.example :x", "RESTART", "DIE"))
                .containsExactly(
                        ":snug.local 402 root hub.example :No such server",
                        ":snug.local 402 root hub.example :No such server",
                        ":snug.local 723 root restart :Insufficient oper privileges.",
                        ":snug.local 723 root die :Insufficient oper privileges.");
        assertThat(root.ask("CONNECT", "SQUIT"))
                .containsExactly(
                        ":snug.local 461 root CONNECT :Not enough parameters",
                        ":snug.local 461 root SQUIT :Not enough parameters");
        assertThat(ann.ask("CONNECT a", "SQUIT a :x", "RESTART", "DIE"))
                .containsOnly(":snug.local 481 ann " + DENIED)
                .hasSize(4);
    }
}
