package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationCommandsTest extends LiveServer {
    @Test
    void theWelcomeHasItsOrder() {
        List<String> lines = connect().ask("NICK ann", "USER a 0 * :Ann");

        assertThat(WireClient.verbs(lines).stream().distinct())
                .containsExactly(
                        "001", "002", "003", "004", "005", "251", "252", "253", "254", "255", "265",
                        "266", "375", "372", "376");
        assertThat(lines.getFirst())
                .isEqualTo(":snug.local 001 ann :Welcome to the Snug Network, ann!a@127.0.0.1");
    }

    @Test
    void userMayComeBeforeNick() {
        assertThat(connect().ask("USER a 0 * :Ann", "NICK ann").getFirst()).contains(" 001 ann ");
    }

    @Test
    void nothingButRegistrationIsPossibleBeforeIt() {
        WireClient client = connect();

        assertThat(client.ask("JOIN #den", "PRIVMSG ann :x", "NONSENSE", "LIST", "JOIN"))
                .containsOnly(":snug.local 451 * :You have not registered")
                .hasSize(5);
        assertThat(client.ask("PING hello")).containsExactly(":snug.local PONG snug.local hello");
    }

    @Test
    void anUnknownCommandIsTold() {
        assertThat(person("ann").ask("nonsense 1 2"))
                .containsExactly(":snug.local 421 ann NONSENSE :Unknown command");
    }

    @Test
    void aNameInUseIsRefusedWhateverItsCase() {
        person("Ann");

        assertThat(connect().ask("NICK aNN", "USER a 0 * :A"))
                .containsExactly(":snug.local 433 * aNN :Nickname is already in use");
    }

    @Test
    void ofTwoWhoWantANameAtOnceOneGetsIt() {
        WireClient first = connect();
        WireClient second = connect();
        first.ask("NICK ann");
        second.ask("NICK ann");

        assertThat(first.ask("USER a 0 * :A").getFirst()).contains(" 001 ann ");
        assertThat(second.ask("USER a 0 * :A")).singleElement().asString().contains(" 433 * ann ");
        assertThat(second.ask("NICK bob").getFirst()).contains(" 001 bob ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ann",
                "an n",
                "a*",
                "a,b",
                "a!b",
                "a@b",
                "-a",
                "a.b",
                "@a",
                "+a",
                "a\u200db"
            })
    void aNameThatIsNoneIsRefused(String name) {
        assertThat(connect().ask("NICK :" + name)).singleElement().asString().contains(" 432 * ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "李小龙", "Олег", "ख़ान", "a[]\\`_^{|}-1", "٣"})
    void namesOfAnyScriptAreWelcome(String name) {
        assertThat(connect().ask("NICK " + name, "USER u 0 * :R").getFirst())
                .contains(" 001 " + name + " ");
    }

    @Test
    void aNameMayBeThirtyBytesLong() {
        assertThat(connect().ask("NICK " + "a".repeat(31)).getFirst()).contains(" 432 ");
        assertThat(connect().ask("NICK " + "a".repeat(30), "USER u 0 * :R").getFirst())
                .contains(" 001 ");
    }

    @Test
    void parametersThatAreMissingAreTold() {
        WireClient client = connect();

        assertThat(client.ask("NICK", "NICK :"))
                .containsOnly(":snug.local 431 * :No nickname given")
                .hasSize(2);
        assertThat(
                        WireClient.verbs(
                                client.ask("USER a 0 *", "USER a 0 * :", "USER", "PASS", "CAP")))
                .containsOnly("461")
                .hasSize(5);
        assertThat(client.ask("PING", "PING :"))
                .containsOnly(":snug.local 409 * :No origin specified");
    }

    @Test
    void registeringTwiceIsRefused() {
        assertThat(person("ann").ask("USER a 0 * :A", "PASS x", "USER"))
                .containsOnly(":snug.local 462 ann :You may not reregister")
                .hasSize(3);
    }

    @Test
    void aUserNameIsCutAndCleaned() {
        WireClient ann = connect();
        ann.ask("NICK ann", "USER verylongusername@!x 0 * :Ann");

        assertThat(ann.ask("WHOIS ann").getFirst())
                .startsWith(":snug.local 311 ann ann verylongus 127.0.0.1 * ");
    }

    @Test
    void theRightPasswordOpensTheDoor() {
        restart(options -> options.withPassword("sesame"));

        assertThat(connect().ask("PASS x", "PASS sesame", "NICK ann", "USER a 0 * :A").getFirst())
                .contains(" 001 ann ");
    }

    @Test
    void aWrongPasswordClosesIt() {
        restart(options -> options.withPassword("sesame"));

        for (String pass : List.of("PASS Sesame", "PONG x")) {
            assertThat(connect().send(pass, "NICK ann", "USER a 0 * :A").untilClosed())
                    .containsExactly(
                            ":snug.local 464 * :Password incorrect", "ERROR :Password incorrect");
        }
    }

    @Test
    void whoIsInsideIsNotToldToWhoHasNoPassword() {
        restart(options -> options.withPassword("sesame"));
        WireClient ann = connect();
        ann.ask("PASS sesame", "NICK ann", "USER a 0 * :A");
        assertThat(ann.ask("REGISTER * * :correct horse battery").getFirst())
                .contains(" REGISTER SUCCESS ");

        for (String name : List.of("ann", "ANN", "nobody")) {
            WireClient eve = connect();
            assertThat(eve.ask("NICK " + name)).isEmpty();
            assertThat(eve.send("USER e 0 * :E").untilClosed())
                    .containsExactly(
                            ":snug.local 464 * :Password incorrect", "ERROR :Password incorrect");
        }
    }

    @Test
    void aNameThatIsTakenIsToldBehindThePassword() {
        restart(options -> options.withPassword("sesame"));
        connect().ask("PASS sesame", "NICK ann", "USER a 0 * :A");

        WireClient eve = connect();
        assertThat(eve.ask("NICK ann", "PASS sesame")).isEmpty();
        assertThat(eve.ask("USER e 0 * :E"))
                .containsExactly(":snug.local 433 * ann :Nickname is already in use");
        assertThat(eve.ask("NICK eve").getFirst()).contains(" 001 eve ");
    }

    @Test
    void renamingIsToldToEveryoneInTheSameRoomsOnce() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        ann.ask("JOIN #a,#b");
        bob.ask("JOIN #a,#b");
        carl.ask("JOIN #c");
        ann.sync();

        assertThat(ann.ask("NICK anna")).containsExactly(":ann!user@127.0.0.1 NICK anna");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 NICK anna");
        assertThat(carl.sync()).isEmpty();
        assertThat(bob.ask("NAMES #a").getFirst()).endsWith(" :@anna bob");
        assertThat(bob.ask("PRIVMSG ann :x").getFirst()).contains(" 401 ");
    }

    @Test
    void onlyTheCaseOfANameMayChange() {
        WireClient ann = person("ann");

        assertThat(ann.ask("NICK ANN")).containsExactly(":ann!user@127.0.0.1 NICK ANN");
        assertThat(ann.ask("NICK ANN")).isEmpty();
        assertThat(ann.ask("PRIVMSG ann :me"))
                .containsExactly(":ANN!user@127.0.0.1 PRIVMSG ANN :me");
    }

    @Test
    void aNameIsFreeOnceItsOwnerIsGone() {
        person("ann").send("QUIT").untilClosed();

        assertThat(connect().ask("NICK ann", "USER a 0 * :A").getFirst()).contains(" 001 ");
    }

    @Test
    void quittingIsToldToTheOthersAndAnsweredWithAnError() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        assertThat(bob.send("QUIT :gone fishing").untilClosed())
                .containsExactly("ERROR :Quit: gone fishing");
        assertThat(ann.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 JOIN #den",
                        ":bob!user@127.0.0.1 QUIT :Quit: gone fishing");
    }

    @Test
    void quittingBeforeRegistrationIsAnsweredToo() {
        assertThat(connect().send("QUIT").untilClosed()).containsExactly("ERROR :Quit: ");
    }

    @Test
    void quittingWithoutAReasonIsToldWithoutAnEmptyOne() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        bob.send("QUIT").untilClosed();

        assertThat(ann.sync()).last().isEqualTo(":bob!user@127.0.0.1 QUIT :Quit: ");
    }

    @Test
    void theRightNameAndPasswordMakeAnOperator() {
        restart(options -> options.withOperator("boss", "secret"));
        WireClient ann = person("ann");

        assertThat(ann.ask("OPER boss wrong", "OPER other secret"))
                .containsOnly(":snug.local 464 ann :Password incorrect")
                .hasSize(2);
        assertThat(ann.ask("OPER boss"))
                .containsExactly(":snug.local 461 ann OPER :Not enough parameters");
        assertThat(ann.ask("OPER boss secret"))
                .containsExactly(
                        ":snug.local 381 ann :You are now an IRC operator",
                        ":snug.local MODE ann +o");
        assertThat(ann.ask("WHOIS ann")).contains(":snug.local 313 ann ann :is an IRC operator");
    }

    @Test
    void withoutAnOperatorNobodyBecomesOne() {
        assertThat(person("ann").ask("OPER a b"))
                .containsExactly(":snug.local 491 ann :No O-lines for your host");
    }
}
