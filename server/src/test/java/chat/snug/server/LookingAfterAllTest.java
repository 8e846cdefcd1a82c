package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room is closed to the host and to IRC operators, and nobody is left in the dark about it. */
class LookingAfterAllTest extends LiveServer {
    private static final String CAME_IN =
            ":snug.local NOTICE #den :%s came into #den although it is closed to them: they look"
                    + " after all rooms here";

    private final String hostKey = ServerOptions.newHostKey();
    @TempDir private Path folder;

    @BeforeEach
    void keep() {
        restart(
                options ->
                        options.withStore(StoreOptions.in(folder))
                                .withHostKey(hostKey)
                                .withOperator("root", "secret"));
    }

    private WireClient root() {
        WireClient root = person("root");
        root.ask("OPER root secret");
        return root;
    }

    private List<Deed> deeds() {
        return Porter.ask(told -> server().door().deeds(10, told));
    }

    /** A room of guests, which is closed to all others. */
    private WireClient ofGuests(String modes) {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "PRIVMSG #den :hello", "MODE #den " + modes);
        return ann;
    }

    @Test
    void aRoomThatAllHaveLeftAndThatIsClosedToAllOpensToAnOperator() {
        ofGuests("+ikb key *!*@*").ask("PART #den");
        WireClient bob = person("bob");
        assertThat(bob.ask("JOIN #den key").getFirst()).contains(" 474 bob #den ");

        WireClient root = root();
        assertThat(root.ask("JOIN #den"))
                .contains(":root!user@127.0.0.1 JOIN #den", CAME_IN.formatted("root"))
                .anyMatch(line -> line.endsWith(" :@root"));
        assertThat(deeds())
                .first()
                .satisfies(
                        deed -> {
                            assertThat(deed.act()).isEqualTo(Act.CAME_IN);
                            assertThat(deed.who()).isEqualTo("root");
                            assertThat(deed.room()).isEqualTo("#den");
                        });
        root.ask("MODE #den -ikb * *!*@*");
        assertThat(bob.ask("JOIN #den").getFirst()).isEqualTo(":bob!user@127.0.0.1 JOIN #den");
    }

    @Test
    void whoIsInsideIsToldAndKeepsTheRoom() {
        WireClient ann = ofGuests("+l 1");

        assertThat(root().ask("JOIN #den")).anyMatch(line -> line.endsWith(" :@ann root"));

        assertThat(ann.sync())
                .containsExactly(":root!user@127.0.0.1 JOIN #den", CAME_IN.formatted("root"));
    }

    @Test
    void whereNobodyModeratesTheOneWhoLooksAfterAllDoes() {
        WireClient ann = ofGuests("-o ann");
        WireClient root = root();

        assertThat(root.ask("JOIN #den")).anyMatch(line -> line.endsWith(" :ann @root"));

        assertThat(ann.sync())
                .as("it is open, so that is all")
                .containsExactly(":root!user@127.0.0.1 JOIN #den", ":snug.local MODE #den +o root");
        assertThat(deeds()).extracting(Deed::act).containsExactly(Act.UNMADE_MODERATOR);
    }

    @Test
    void ofTheHostItIsToldWhereSomebodyIsInside() {
        WireClient ann = ofGuests("+i");
        WireClient host = person("hugo", "PASS " + hostKey);

        assertThat(host.ask("JOIN #den")).contains(CAME_IN.formatted("hugo"));
        assertThat(ann.sync()).contains(CAME_IN.formatted("hugo"));
        host.ask("PART #den");
        ann.ask("PART #den");
        assertThat(host.ask("JOIN #den"))
                .anyMatch(line -> line.endsWith(" :@hugo"))
                .doesNotContain(CAME_IN.formatted("hugo"));

        assertThat(deeds())
                .extracting(Deed::who, Deed::act)
                .containsExactly(tuple("", Act.CAME_IN));
    }

    @Test
    void whoHasTheKeyComesInLikeAnybodyAndWhoIsNoOperatorAnyMoreDoesNot() {
        WireClient ann = ofGuests("+k key");
        WireClient root = root();
        assertThat(root.ask("JOIN #den key"))
                .contains(":root!user@127.0.0.1 JOIN #den")
                .doesNotContain(CAME_IN.formatted("root"));
        root.ask("PART #den", "MODE root -o");

        assertThat(root.ask("JOIN #den").getFirst()).contains(" 475 root #den ");
        assertThat(ann.sync()).doesNotContain(CAME_IN.formatted("root"));
    }
}
