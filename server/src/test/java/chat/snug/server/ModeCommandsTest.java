package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeCommandsTest extends LiveServer {
    private static final String ANN = ":ann!user@127.0.0.1 ";

    private WireClient operator() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        return ann;
    }

    @Test
    void theModesOfANewRoomAreShown() {
        List<String> lines = operator().ask("MODE #DEN");

        assertThat(lines.getFirst()).isEqualTo(":snug.local 324 ann #den +nt");
        assertThat(lines.get(1)).matches(":snug.local 329 ann #den \\d{10}");
    }

    @Test
    void aMaskHasSoManyWildcards() {
        WireClient ann = operator();

        String most = "*a*a*a*a*a*a??!*@*";

        assertThat(ann.ask("MODE #den +b ?" + most))
                .containsExactly(
                        ":snug.local 696 ann #den b ?"
                                + most
                                + " :A mask has 10 wildcards at most");
        assertThat(ann.ask("MODE #den +b " + most)).containsExactly(ANN + "MODE #den +b " + most);
    }

    @Test
    void theKeyIsShownToMembersOnly() {
        WireClient ann = operator();
        ann.ask("MODE #den +kl secret 5");

        assertThat(ann.ask("MODE #den").getFirst()).endsWith(" 324 ann #den +ntkl secret 5");
        assertThat(person("bob").ask("MODE #den").getFirst()).endsWith(" 324 bob #den +ntkl * 5");
    }

    @Test
    void changesAreToldToEveryoneOnce() {
        WireClient ann = operator();
        WireClient bob = person("bob");
        bob.ask("JOIN #den");
        ann.sync();

        assertThat(ann.ask("MODE #den +im-t+nvl BOB 10"))
                .containsExactly(ANN + "MODE #den +im-t+vl bob 10");
        assertThat(bob.sync()).containsExactly(ANN + "MODE #den +im-t+vl bob 10");
        assertThat(bob.ask("NAMES #den").getFirst()).endsWith(" :@ann +bob");
        assertThat(ann.ask("MODE #den +m")).isEmpty();
    }

    @Test
    void aKeyIsSetAndTakenAway() {
        WireClient ann = operator();

        assertThat(ann.ask("MODE #den +k sesame")).containsExactly(ANN + "MODE #den +k sesame");
        assertThat(ann.ask("MODE #den -k whatever")).containsExactly(ANN + "MODE #den -k *");
        assertThat(ann.ask("MODE #den -k")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", ":a b", "::a", "123456789012345678901234"})
    void aKeyThatCannotBeGivenIsRefused(String key) {
        WireClient ann = operator();

        assertThat(ann.ask("MODE #den +k " + key).getFirst())
                .startsWith(":snug.local 696 ann #den k ")
                .endsWith(" :This cannot be a key");
        assertThat(ann.ask("MODE #den").getFirst()).endsWith(" +nt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "many", "99999999999"})
    void aLimitIsANumber(String limit) {
        assertThat(operator().ask("MODE #den +l " + limit))
                .singleElement()
                .asString()
                .startsWith(":snug.local 696 ann #den l ");
    }

    @ParameterizedTest
    @CsvSource({
        "bob, bob!*@*",
        "bob!u, bob!u@*",
        "u@host, *!u@host",
        "*@10.0.0.1, *!*@10.0.0.1",
        "b*!*u@10.*, b*!*u@10.*",
        "!@, *!*@*",
    })
    void aMaskIsMadeWhole(String given, String whole) {
        assertThat(operator().ask("MODE #den +b " + given))
                .containsExactly(ANN + "MODE #den +b " + whole);
    }

    @ParameterizedTest
    @CsvSource({
        "b, 367, 368, End of channel ban list",
        "e, 348, 349, End of channel exception list",
        "I, 346, 347, End of Channel Invite Exception List",
    })
    void listsAreShown(String letter, String item, String end, String text) {
        WireClient ann = operator();
        ann.ask("MODE #den +" + letter + letter + " one!*@* two!*@*");

        for (String asked : List.of(letter, "+" + letter)) {
            List<String> lines = ann.ask("MODE #den " + asked);
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst())
                    .matches(
                            ":snug.local %s ann #den one!\\*@\\* ann!user@127.0.0.1 \\d{10}"
                                    .formatted(item));
            assertThat(lines.getLast())
                    .isEqualTo(":snug.local %s ann #den :%s".formatted(end, text));
        }
        assertThat(ann.ask("MODE #den -" + letter + " ONE!*@*"))
                .containsExactly(ANN + "MODE #den -" + letter + " ONE!*@*");
        assertThat(ann.ask("MODE #den " + letter)).hasSize(2);
    }

    @Test
    void aListIsShownOnceHoweverOftenItIsAskedFor() {
        WireClient ann = operator();

        assertThat(WireClient.verbs(ann.ask("MODE #den bbbb+eb-b"))).containsExactly("368", "349");
    }

    @Test
    void whoIsBannedStaysOutUnlessExcepted() {
        WireClient ann = operator();
        WireClient bob = person("bob");
        ann.ask("MODE #den +b BOB!*@127.*");

        assertThat(bob.ask("JOIN #den").getFirst()).contains(" 474 bob #den ");
        ann.ask("MODE #den +e *!user@*");
        assertThat(bob.ask("JOIN #den").getFirst()).contains(" JOIN #den");
        ann.ask("MODE #den -e *!user@*");
        assertThat(bob.ask("PRIVMSG #den :x").getLast()).contains(" 404 bob #den ");
        ann.ask("MODE #den +v bob");
        assertThat(bob.ask("PRIVMSG #den :x").getLast()).contains(" MODE #den +v bob");
    }

    @Test
    void anInviteExceptionOpensAClosedRoom() {
        WireClient ann = operator();
        WireClient bob = person("bob");
        ann.ask("MODE #den +i");

        assertThat(bob.ask("JOIN #den").getFirst()).contains(" 473 ");
        ann.ask("MODE #den +I bob!*@*");
        assertThat(bob.ask("JOIN #den").getFirst()).contains(" JOIN ");
    }

    @Test
    void aListThatIsFullIsTold() {
        WireClient ann = operator();
        for (int i = 0; i < 99; i++) {
            ann.send("MODE #den +b n" + i);
        }
        ann.sync();

        assertThat(ann.ask("MODE #den +bb last more"))
                .containsExactly(
                        ":ann!user@127.0.0.1 MODE #den +b last!*@*",
                        ":snug.local 478 ann #den b :The list is full");

        assertThat(ann.ask("MODE #den +b more"))
                .containsExactly(":snug.local 478 ann #den b :The list is full");
    }

    @Test
    void manyChangesAreToldInSeveralLines() {
        WireClient ann = operator();
        StringBuilder command = new StringBuilder("MODE #den +" + "b".repeat(11));
        for (int i = 0; i < 11; i++) {
            command.append(" a-rather-long-name!user@a-host-").append(i);
        }

        List<String> lines = ann.ask(command.toString());

        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 510);
        assertThat(String.join(" ", lines)).contains("host-0 ", "host-5 ").endsWith("host-10");
    }

    @Test
    void whatIsWrongWithALetterDoesNotStopTheOthers() {
        WireClient ann = operator();

        assertThat(ann.ask("MODE #den +Xo-vs nobody nobody"))
                .containsExactly(
                        ":snug.local 472 ann X :is unknown mode char to me",
                        ":snug.local 401 ann nobody :No such nick/channel",
                        ":snug.local 401 ann nobody :No such nick/channel");
        person("bob");
        assertThat(ann.ask("MODE #den +os bob"))
                .containsExactly(
                        ":snug.local 441 ann bob #den :They are not in this room",
                        ANN + "MODE #den +s");
    }

    @Test
    void whoIsNoOperatorChangesNothing() {
        operator();
        WireClient bob = person("bob");

        assertThat(bob.ask("MODE #den +sm-n"))
                .singleElement()
                .asString()
                .contains(" 482 bob #den ");
        bob.ask("JOIN #den");
        assertThat(bob.ask("MODE #den +o bob", "MODE #den +k", "MODE #den +b"))
                .containsExactly(
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 368 bob #den :End of channel ban list");
        assertThat(bob.ask("MODE #none", "MODE #none +s", "MODE"))
                .containsExactly(
                        ":snug.local 403 bob #none :No such channel",
                        ":snug.local 403 bob #none :No such channel",
                        ":snug.local 461 bob MODE :Not enough parameters");
    }

    @Test
    void anOperatorMakesAnother() {
        WireClient ann = operator();
        WireClient bob = person("bob");
        bob.ask("JOIN #den");
        ann.sync();

        assertThat(ann.ask("MODE #den +o bob")).containsExactly(ANN + "MODE #den +o bob");
        assertThat(bob.ask("MODE #den -o ann").getLast())
                .isEqualTo(":bob!user@127.0.0.1 MODE #den -o ann");
        assertThat(ann.ask("NAMES #den").getLast()).contains(" 366 ");
        assertThat(ann.ask("NAMES #den").getFirst()).endsWith(" :ann @bob");
    }

    @Test
    void peopleSetTheirOwnModes() {
        WireClient ann = person("ann");
        person("bob");

        assertThat(ann.ask("MODE ann")).containsExactly(":snug.local 221 ann +");
        assertThat(ann.ask("MODE ANN +iB-i+oi")).containsExactly(ANN + "MODE ann +iB-i+i");
        assertThat(ann.ask("MODE ann")).containsExactly(":snug.local 221 ann +iB");
        assertThat(ann.ask("MODE ann -iQ"))
                .containsExactly(ANN + "MODE ann -i", ":snug.local 501 ann :Unknown MODE flag");
        assertThat(ann.ask("MODE bob", "MODE bob +i", "MODE nobody"))
                .containsExactly(
                        ":snug.local 502 ann :Cant change mode for other users",
                        ":snug.local 502 ann :Cant change mode for other users",
                        ":snug.local 401 ann nobody :No such nick/channel");
    }

    @Test
    void masksBeyondTheLimitAreNoQuestion() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");

        String masks = " a b c d e f g h i j k l m n o p q r s t u v w x y";
        assertThat(ann.ask("MODE #den +" + "b".repeat(25) + masks))
                .singleElement()
                .asString()
                .endsWith(" t!*@*");
    }

    @Test
    void aLetterThatIsNoModeIsToldOnceAndManyAreNotAllTold() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");

        assertThat(ann.ask("MODE #den +XXYX"))
                .containsExactly(
                        ":snug.local 472 ann X :is unknown mode char to me",
                        ":snug.local 472 ann Y :is unknown mode char to me");
        assertThat(ann.ask("MODE #den +ABDEFGHJKLMNOPQRSTUVWXYZ")).hasSize(10);
    }

    @Test
    void aSecretRoomSaysNothingToThoseOutside() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #shy", "MODE #shy +s");

        assertThat(bob.ask("MODE #shy", "MODE #shy b", "MODE #shy +m", "RENAME #shy #x"))
                .containsOnly(":snug.local 403 bob #shy :No such channel")
                .hasSize(4);
    }
}
