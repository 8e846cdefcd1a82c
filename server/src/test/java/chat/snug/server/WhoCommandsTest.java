package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhoCommandsTest extends LiveServer {
    @Test
    void whoOfARoomListsItsMembers() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den", "MODE #den +v ann");
        bob.ask("JOIN #den", "AWAY :tea", "MODE bob +B");
        ann.sync();

        assertThat(ann.ask("WHO #DEN"))
                .containsExactly(
                        ":snug.local 352 ann #den user 127.0.0.1 snug.local ann H@ :0 Real ann",
                        ":snug.local 352 ann #den user 127.0.0.1 snug.local bob GB :0 Real bob",
                        ":snug.local 315 ann #DEN :End of WHO list");
        ann.ask("CAP REQ multi-prefix");
        assertThat(ann.ask("WHO #den").getFirst()).contains(" ann H@+ :0 ");
    }

    @Test
    void whoOfANameListsOneAndOfAMaskAllThatMatch() {
        WireClient ann = person("ann");
        person("bob").ask("JOIN #den");
        person("bert");

        assertThat(ann.ask("WHO BOB"))
                .containsExactly(
                        ":snug.local 352 ann #den user 127.0.0.1 snug.local bob H@ :0 Real bob",
                        ":snug.local 315 ann BOB :End of WHO list");
        assertThat(ann.ask("WHO b*")).hasSize(3);
        assertThat(ann.ask("WHO *")).hasSize(4);
        assertThat(ann.ask("WHO 0")).hasSize(4);
        assertThat(ann.ask("WHO")).hasSize(4).last().asString().contains(" 315 ann * ");
        assertThat(ann.ask("WHO use?")).hasSize(4);
        assertThat(ann.ask("WHO B*!*@127.*")).hasSize(3);
        assertThat(ann.ask("WHO nobody", "WHO #none")).hasSize(2);
    }

    @Test
    void whoIsInvisibleIsSeenByThoseInTheSameRooms() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        bob.ask("MODE bob +i", "JOIN #den");

        assertThat(ann.ask("WHO *b*")).hasSize(1);
        assertThat(ann.ask("WHO #den")).hasSize(1);
        assertThat(ann.ask("WHO bob").getFirst()).contains(" 352 ann * user ");
        ann.ask("JOIN #den");
        assertThat(ann.ask("WHO *b*")).hasSize(2);
        assertThat(ann.ask("WHO #den")).hasSize(3);
        assertThat(bob.ask("WHO b*").getLast()).contains(" 315 ");
    }

    @Test
    void aSecretRoomIsNotGivenAway() {
        WireClient ann = person("ann");
        person("bob").ask("JOIN #shy", "MODE #shy +s");

        assertThat(ann.ask("WHO #shy")).hasSize(1);
        assertThat(ann.ask("WHO bob").getFirst()).contains(" 352 ann * user ");
    }

    @Test
    void onlyOperatorsCanBeAskedFor() {
        restart(options -> options.withOperator("boss", "secret"));
        WireClient ann = person("ann");
        person("bob").ask("OPER boss secret");

        assertThat(ann.ask("WHO * o"))
                .containsExactly(
                        ":snug.local 352 ann * user 127.0.0.1 snug.local bob H* :0 Real bob",
                        ":snug.local 315 ann * :End of WHO list");
    }

    @Test
    void whoxGivesTheFieldsAskedForInTheirOrder() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");

        assertThat(ann.ask("WHO #den %raflnshiuct,42"))
                .containsExactly(
                        ":snug.local 354 ann 42 #den user 127.0.0.1 127.0.0.1 snug.local ann H@ 0 0"
                                + " :Real ann",
                        ":snug.local 315 ann #den :End of WHO list");
        assertThat(ann.ask("WHO ann %n").getFirst()).isEqualTo(":snug.local 354 ann ann");
        assertThat(ann.ask("WHO ann %tnZ,1234").getFirst()).isEqualTo(":snug.local 354 ann 0 ann");
    }
}
