package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomCommandsTest extends LiveServer {
    @Test
    void enteringARoomShowsWhoIsThere() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");

        assertThat(ann.ask("JOIN #den"))
                .containsExactly(
                        ":ann!user@127.0.0.1 JOIN #den",
                        ":snug.local 353 ann = #den :@ann",
                        ":snug.local 366 ann #den :End of /NAMES list");
        assertThat(bob.ask("JOIN #DEN"))
                .containsExactly(
                        ":bob!user@127.0.0.1 JOIN #den",
                        ":snug.local 353 bob = #den :@ann bob",
                        ":snug.local 366 bob #den :End of /NAMES list");
        assertThat(ann.sync()).containsExactly(":bob!user@127.0.0.1 JOIN #den");
    }

    @Test
    void theTopicComesBetweenJoinAndNames() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :About dens");

        List<String> lines = person("bob").ask("JOIN #den");

        assertThat(WireClient.verbs(lines)).containsExactly("JOIN", "332", "333", "353", "366");
        assertThat(lines.get(1)).isEqualTo(":snug.local 332 bob #den :About dens");
        assertThat(lines.get(2)).matches(":snug.local 333 bob #den ann!user@127.0.0.1 \\d{10}");
    }

    @Test
    void severalRoomsAreEnteredWithTheirKeys() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a,#b,#c", "MODE #a +k ka", "MODE #c +k kc");

        List<String> lines = person("bob").ask("JOIN #a,#b,#c ka,,kc");

        assertThat(WireClient.verbs(lines).stream().filter("JOIN"::equals)).hasSize(3);
    }

    /** More than are entered in one turn, and in the last one nobody may. */
    @Test
    void manyRoomsAreEnteredInTheirOrderBeforeAnythingElseIsDone() {
        WireClient ann = person("ann");
        ann.ask("JOIN " + rooms(50), "MODE #r49 +i");

        List<String> lines = person("bob").ask("JOIN " + rooms(50), "PING after");

        assertThat(lines.stream().filter(line -> line.contains(" JOIN ")).toList())
                .isEqualTo(
                        IntStream.range(0, 49)
                                .mapToObj(i -> ":bob!user@127.0.0.1 JOIN #r" + i)
                                .toList());
        assertThat(lines.get(lines.size() - 2)).contains(" 473 bob #r49 ");
        assertThat(lines.getLast()).contains(" PONG ");
    }

    @Test
    void enteringManyRoomsIsOneLabeledAnswer() {
        WireClient bob = capable("bob", "labeled-response batch");

        List<String> lines = bob.ask("@label=x JOIN " + rooms(50), "@label=y PING after");

        assertThat(lines.getFirst()).matches("@label=x :snug.local BATCH \\+\\w+ labeled-response");
        String reference = lines.getFirst().replaceAll(".*\\+(\\w+) .*", "$1");
        assertThat(lines.subList(1, lines.size() - 2))
                .hasSize(150)
                .allMatch(line -> line.startsWith("@batch=" + reference + " "));
        assertThat(lines.get(lines.size() - 2)).isEqualTo(":snug.local BATCH -" + reference);
        assertThat(lines.getLast()).startsWith("@label=y ");
    }

    private static String rooms(int count) {
        return IntStream.range(0, count).mapToObj(i -> "#r" + i).collect(Collectors.joining(","));
    }

    @Test
    void enteringAgainChangesNothing() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");

        assertThat(ann.ask("JOIN #den")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"den", "#", "&den", "#a\u0007b", "#\u200b", "#\u3164"})
    void aRoomCannotBeCalledAnything(String name) {
        assertThat(person("ann").ask("JOIN " + name))
                .containsExactly(":snug.local 403 ann " + name + " :No such channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#书房", "#café-☕", "#комната", "##den", "#a:b*?"})
    void roomsMayHaveNamesOfAnyScript(String name) {
        assertThat(person("ann").ask("JOIN " + name).getFirst())
                .isEqualTo(":ann!user@127.0.0.1 JOIN " + name);
    }

    @Test
    void whatCannotBeSeenMakesNoOtherRoom() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a\u200bb,#\u2615\ufe0f");

        assertThat(ann.ask("LIST").subList(1, 3))
                .allMatch(line -> line.matches(".* 322 ann #(ab|\u2615) 1 :"));
        assertThat(person("bob").ask("JOIN #\u2615").get(1)).endsWith(" :@ann bob");
        assertThat(person("carl").ask("JOIN #\u2615\ufe0f").get(1)).endsWith(" :@ann bob carl");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        WireClient ann = person("ann");

        assertThat(ann.ask("JOIN #" + "x".repeat(64)).getFirst()).contains(" 403 ");
        assertThat(ann.ask("JOIN #" + "x".repeat(63)).getFirst()).contains(" JOIN ");
    }

    @Test
    void nobodyIsInMoreRoomsThanTheLimit() {
        WireClient ann = person("ann");
        for (int i = 0; i < 100; i++) {
            ann.send("JOIN #r" + i);
        }
        ann.sync();

        assertThat(ann.ask("JOIN #more"))
                .containsExactly(":snug.local 405 ann #more :You have joined too many channels");
    }

    @Test
    void joinWithoutARoomIsRefused() {
        assertThat(person("ann").ask("JOIN", "JOIN :", "JOIN ,"))
                .containsOnly(":snug.local 461 ann JOIN :Not enough parameters")
                .hasSize(3);
    }

    @Test
    void joinZeroLeavesEveryRoom() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a,#b");

        assertThat(ann.ask("JOIN 0"))
                .containsExactly(":ann!user@127.0.0.1 PART #a", ":ann!user@127.0.0.1 PART #b");
        assertThat(ann.ask("LIST")).hasSize(2);
    }

    @Test
    void leavingIsToldToEveryoneInTheRoom() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den,#attic");
        bob.ask("JOIN #den,#attic");
        ann.sync();

        assertThat(bob.ask("PART #den,#attic :so long"))
                .containsExactly(
                        ":bob!user@127.0.0.1 PART #den :so long",
                        ":bob!user@127.0.0.1 PART #attic :so long");
        assertThat(ann.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 PART #den :so long",
                        ":bob!user@127.0.0.1 PART #attic :so long");
        assertThat(ann.ask("NAMES #den").getFirst()).endsWith(" :@ann");
    }

    @Test
    void leavingWhereOneIsNotIsRefused() {
        WireClient ann = person("ann");
        person("bob").ask("JOIN #den");

        assertThat(ann.ask("PART #den", "PART #none", "PART"))
                .containsExactly(
                        ":snug.local 442 ann #den :You are not in this room",
                        ":snug.local 403 ann #none :No such channel",
                        ":snug.local 461 ann PART :Not enough parameters");
    }

    @Test
    void aRoomIsGoneWhenTheLastOneLeavesIt() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :old", "PART #den");

        assertThat(WireClient.verbs(ann.ask("JOIN #den"))).containsExactly("JOIN", "353", "366");
    }

    @Test
    void theTopicIsShownSetAndTakenAway() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();

        assertThat(ann.ask("TOPIC #den"))
                .containsExactly(":snug.local 331 ann #den :No topic is set");
        assertThat(ann.ask("TOPIC #den :Tea"))
                .containsExactly(":ann!user@127.0.0.1 TOPIC #den :Tea");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 TOPIC #den :Tea");
        assertThat(bob.ask("TOPIC #den").getFirst()).isEqualTo(":snug.local 332 bob #den :Tea");
        assertThat(ann.ask("TOPIC #den :")).containsExactly(":ann!user@127.0.0.1 TOPIC #den :");
        assertThat(bob.ask("TOPIC #den").getLast()).contains(" 331 ");
    }

    @Test
    void theTopicIsCutBetweenCharacters() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");

        List<String> lines = ann.ask("TOPIC #den :" + "水".repeat(140));

        assertThat(lines).containsExactly(":ann!user@127.0.0.1 TOPIC #den :" + "水".repeat(130));
    }

    @Test
    void whoMayNotSetTheTopicIsTold() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den,#shy", "MODE #shy +s");
        bob.ask("JOIN #den");

        assertThat(bob.ask("TOPIC #den :x", "TOPIC #none", "TOPIC #shy :x", "TOPIC #shy", "TOPIC"))
                .containsExactly(
                        ":snug.local 482 bob #den :Only a moderator of the room can do this",
                        ":snug.local 403 bob #none :No such channel",
                        ":snug.local 442 bob #shy :You are not in this room",
                        ":snug.local 442 bob #shy :You are not in this room",
                        ":snug.local 461 bob TOPIC :Not enough parameters");
    }

    @Test
    void everyReasonNotToLetSomebodyInHasItsNumeric() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #k,#l,#i,#b");
        ann.ask("MODE #k +k key", "MODE #l +l 1", "MODE #i +i", "MODE #b +b bob!*@*");

        assertThat(WireClient.verbs(bob.ask("JOIN #k,#l,#i,#b")))
                .containsExactly("475", "471", "473", "474");
        assertThat(bob.ask("JOIN #K wrong"))
                .containsExactly(
                        ":snug.local 475 bob #k :Cannot join channel (+k): The room has a key, and"
                                + " this is not it");
    }

    @Test
    void thoseWhoWantToKnowMoreAreToldWhoComesIn() {
        WireClient ann = capable("ann", "extended-join");
        WireClient bob = person("bob");
        WireClient carl = capable("carl", "away-notify");
        ann.ask("JOIN #den");
        carl.ask("JOIN #den", "AWAY :lunch");
        ann.sync();

        assertThat(bob.ask("AWAY :tea", "JOIN #den").get(1))
                .isEqualTo(":bob!user@127.0.0.1 JOIN #den");
        assertThat(ann.sync()).containsExactly(":bob!user@127.0.0.1 JOIN #den * :Real bob");
        assertThat(carl.sync())
                .containsExactly(":bob!user@127.0.0.1 JOIN #den", ":bob!user@127.0.0.1 AWAY tea");
    }

    @Test
    void aTopicThatStaysTheSameIsNotToldAgain() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :Tea");

        assertThat(ann.ask("TOPIC #den :Tea")).isEmpty();
        assertThat(ann.ask("TOPIC #den :tea")).hasSize(1);
        assertThat(ann.ask("TOPIC #den :", "TOPIC #den :")).hasSize(1);
    }
}
