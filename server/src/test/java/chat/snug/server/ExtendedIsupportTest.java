package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 extended-isupport: what the server can do, asked for and in a batch. */
class ExtendedIsupportTest extends LiveServer {
    private static void assertBatch(List<String> lines, String nick) {
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.getFirst()).matches(":snug.local BATCH \\+\\w+ draft/isupport");
        String reference = lines.getFirst().replaceAll(".*\\+(\\w+) .*", "$1");
        assertThat(lines.subList(1, lines.size() - 1))
                .allMatch(
                        line ->
                                line.startsWith(
                                        "@batch=" + reference + " :snug.local 005 " + nick + " "))
                .allMatch(line -> line.endsWith(" :are supported by this server"));
        assertThat(lines.getLast()).isEqualTo(":snug.local BATCH -" + reference);
    }

    @Test
    void itIsToldBeforeAnybodyCameIn() {
        WireClient ann = connect();
        ann.ask("CAP REQ :batch draft/extended-isupport");

        assertBatch(ann.ask("ISUPPORT"), "*");
    }

    @Test
    void withoutBatchItIsToldInLines() {
        WireClient ann = connect();
        ann.ask("CAP REQ :draft/extended-isupport");

        assertThat(ann.ask("ISUPPORT"))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith(":snug.local 005 * "));
    }

    @Test
    void withoutTheCapabilityOneHasToComeInFirst() {
        assertThat(connect().ask("ISUPPORT"))
                .containsExactly(":snug.local 451 * :You have not registered");
        assertThat(WireClient.verbs(person("ann").ask("ISUPPORT"))).containsOnly("005");
    }

    @Test
    void theWelcomeHasABatchToo() {
        WireClient ann = connect();
        ann.ask("CAP REQ :batch draft/extended-isupport", "NICK ann", "USER a 0 * :A");

        List<String> lines = ann.ask("CAP END");

        int start = 4;
        assertThat(lines.get(start)).contains(" draft/isupport");
        int end = lines.indexOf(lines.get(start).replaceAll("\\+(\\w+) .*", "-$1"));
        assertBatch(lines.subList(start, end + 1), "ann");
        assertThat(lines.get(end + 1)).contains(" 251 ");
    }

    @Test
    void theBatchIsTheLabeledAnswer() {
        WireClient ann = capable("ann", "batch labeled-response draft/extended-isupport");

        List<String> lines = ann.ask("@label=x ISUPPORT");

        assertThat(lines.getFirst()).matches("@label=x :snug.local BATCH \\+\\w+ draft/isupport");
        assertThat(lines.subList(1, lines.size())).noneMatch(line -> line.contains("label="));
    }

    @Test
    void inALargerLabeledAnswerItIsABatchInABatch() {
        WireClient ann = capable("ann", "batch labeled-response draft/extended-isupport");

        List<String> lines = ann.ask("@label=x VERSION");

        assertThat(lines.getFirst()).matches("@label=x :snug.local BATCH \\+\\w+ labeled-response");
        String outer = lines.getFirst().replaceAll(".*\\+(\\w+) .*", "$1");
        assertThat(lines.get(1)).startsWith("@batch=" + outer + " :snug.local 351 ");
        assertThat(lines.get(2))
                .matches("@batch=" + outer + " :snug.local BATCH \\+\\w+ draft/isupport");
        String inner = lines.get(2).replaceAll(".*\\+(\\w+) .*", "$1");
        assertThat(lines.get(3)).startsWith("@batch=" + inner + " :snug.local 005 ");
        assertThat(lines.get(lines.size() - 2))
                .isEqualTo("@batch=" + outer + " :snug.local BATCH -" + inner);
        assertThat(lines.getLast()).isEqualTo(":snug.local BATCH -" + outer);
    }
}
