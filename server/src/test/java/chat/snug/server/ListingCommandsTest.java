package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingCommandsTest extends LiveServer {
    private static List<String> rooms(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(" 322 "))
                .map(line -> line.split(" ", -1)[3])
                .toList();
    }

    @Test
    void namesAreListedForEveryRoomAsked() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a,#b");

        assertThat(ann.ask("NAMES #A,#b,#none"))
                .containsExactly(
                        ":snug.local 353 ann = #a :@ann",
                        ":snug.local 366 ann #a :End of /NAMES list",
                        ":snug.local 353 ann = #b :@ann",
                        ":snug.local 366 ann #b :End of /NAMES list",
                        ":snug.local 366 ann #none :End of /NAMES list");
        assertThat(ann.ask("NAMES")).containsExactly(":snug.local 366 ann * :End of /NAMES list");
    }

    @Test
    void aRoomThatIsNamedTwiceIsListedOnce() {
        WireClient ann = person("ann");
        ann.ask("JOIN #a");

        assertThat(ann.ask("NAMES #a,#A,#a,#none,#None"))
                .containsExactly(
                        ":snug.local 353 ann = #a :@ann",
                        ":snug.local 366 ann #a :End of /NAMES list",
                        ":snug.local 366 ann #none :End of /NAMES list");
    }

    @Test
    void namesCanHaveAllPrefixesAndAddresses() {
        WireClient ann = capable("ann", "multi-prefix userhost-in-names");
        WireClient bob = person("bob");
        ann.ask("JOIN #den", "MODE #den +v ann");
        bob.ask("JOIN #den");

        assertThat(ann.ask("NAMES #den").get(1))
                .isEqualTo(":snug.local 353 ann = #den :@+ann!user@127.0.0.1 bob!user@127.0.0.1");
        assertThat(bob.ask("NAMES #den").getFirst()).endsWith(" :@ann bob");
    }

    @Test
    void aSecretRoomIsSeenByItsMembersOnly() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #shy", "MODE #shy +s");

        assertThat(bob.ask("NAMES #shy"))
                .containsExactly(":snug.local 366 bob #shy :End of /NAMES list");
        assertThat(rooms(bob.ask("LIST"))).isEmpty();
        assertThat(rooms(bob.ask("LIST #shy"))).isEmpty();
        assertThat(ann.ask("NAMES #shy").getFirst()).isEqualTo(":snug.local 353 ann @ #shy :@ann");
        assertThat(rooms(ann.ask("LIST"))).containsExactly("#shy");
    }

    @Test
    void invisiblePeopleAreNamedToMembersOnly() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den", "MODE ann +i");

        assertThat(bob.ask("NAMES #den")).hasSize(1);
        assertThat(bob.ask("JOIN #den").get(1)).endsWith(" :@ann bob");
    }

    @Test
    void manyNamesTakeSeveralLinesAndNoneIsLost() {
        WireClient first = person("first");
        first.ask("JOIN #den");
        for (int i = 0; i < 120; i++) {
            person("person-number-%03d".formatted(i)).ask("JOIN #den");
        }
        first.sync();
        person("last").ask("JOIN #den");

        List<String> lines = first.ask("NAMES #den");

        List<String> names =
                lines.stream()
                        .filter(line -> line.contains(" 353 "))
                        .flatMap(line -> List.of(line.split(" :", 2)[1].split(" ", -1)).stream())
                        .toList();
        assertThat(names).hasSize(122).doesNotHaveDuplicates();
        assertThat(lines).hasSizeGreaterThan(4).allMatch(line -> line.length() <= 510);
    }

    @Test
    void listShowsRoomsWithTheirSizeAndTopic() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den,#attic", "TOPIC #den :Tea");
        person("bob").ask("JOIN #den");

        assertThat(ann.ask("LIST"))
                .contains(
                        ":snug.local 321 ann Channel :Users  Name",
                        ":snug.local 322 ann #den 2 Tea",
                        ":snug.local 322 ann #attic 1 :",
                        ":snug.local 323 ann :End of /LIST");
    }

    @Test
    void listTakesNamesMasksAndConditions() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den,#attic,#denver", "TOPIC #den :Tea");
        person("bob").ask("JOIN #den");
        ann.sync();

        assertThat(rooms(ann.ask("LIST #ATTIC,#den"))).containsExactly("#den", "#attic");
        assertThat(rooms(ann.ask("LIST #none"))).isEmpty();
        assertThat(rooms(ann.ask("LIST *den*"))).containsExactly("#den", "#denver");
        assertThat(rooms(ann.ask("LIST !*den*"))).containsExactly("#attic");
        assertThat(rooms(ann.ask("LIST >1"))).containsExactly("#den");
        assertThat(rooms(ann.ask("LIST <2"))).containsExactly("#attic", "#denver");
        assertThat(rooms(ann.ask("LIST >0,<2,*denver"))).containsExactly("#denver");
        assertThat(rooms(ann.ask("LIST *den* >1"))).containsExactly("#den");
        assertThat(rooms(ann.ask("LIST T<5"))).containsExactly("#den");
        assertThat(rooms(ann.ask("LIST T>5"))).isEmpty();
        assertThat(rooms(ann.ask("LIST C<1"))).hasSize(3);
        assertThat(rooms(ann.ask("LIST C>1"))).isEmpty();
        assertThat(rooms(ann.ask("LIST C<99999999999999999"))).hasSize(3);
    }
}
