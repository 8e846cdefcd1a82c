package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabeledReplyTest extends LiveServer {
    private static final String CAPABILITIES = "labeled-response batch echo-message message-tags";

    @Test
    void oneMessageHasTheLabel() {
        WireClient ann = capable("ann", CAPABILITIES);

        assertThat(ann.ask("@label=x1 PRIVMSG nobody :hi", "@label=x2 NONSENSE", "@label=x3 JOIN"))
                .containsExactly(
                        "@label=x1 :snug.local 401 ann nobody :No such nick/channel",
                        "@label=x2 :snug.local 421 ann NONSENSE :Unknown command",
                        "@label=x3 :snug.local 461 ann JOIN :Not enough parameters");
        assertThat(ann.ask("@label=p PING t"))
                .containsExactly("@label=p :snug.local PONG snug.local t");
    }

    @Test
    void severalMessagesAreABatchThatHasIt() {
        WireClient ann = capable("ann", CAPABILITIES);

        List<String> lines = ann.ask("@label=x JOIN #den");

        assertThat(lines.getFirst()).matches("@label=x :snug.local BATCH \\+\\w+ labeled-response");
        String reference = lines.getFirst().replaceAll(".*\\+(\\w+) .*", "$1");
        assertThat(lines.subList(1, 4))
                .allMatch(line -> line.startsWith("@batch=" + reference))
                .allMatch(line -> !line.contains("label="));
        assertThat(lines.getLast()).isEqualTo(":snug.local BATCH -" + reference);
        assertThat(lines).hasSize(5);
        assertThat(ann.ask("@label=y NAMES #den").getFirst()).doesNotContain("+" + reference + " ");
    }

    @Test
    void nothingToSayIsAnAck() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");

        assertThat(ann.ask("@label=x PONG t", "@label=y JOIN #den", "@label=z NOTICE nobody :x"))
                .containsExactly(
                        "@label=x :snug.local ACK",
                        "@label=y :snug.local ACK",
                        "@label=z :snug.local ACK");
    }

    @Test
    void theEchoHasTheLabelAndTheOthersCopiesDoNot() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();

        String echo = ann.ask("@label=x;+a=b PRIVMSG #den :hi").getFirst();

        assertThat(echo).matches("@label=x;msgid=\\w+;\\+a=b :ann!user@127.0.0.1 PRIVMSG #den :hi");
        assertThat(bob.sync()).containsExactly(echo.replace("label=x;", ""));
    }

    @Test
    void ofAMessageToOneselfOnlyTheEchoHasTheLabel() {
        WireClient ann = capable("ann", CAPABILITIES);

        List<String> lines = ann.ask("@label=x PRIVMSG ann :hi");

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("@msgid=");
        assertThat(lines.getLast()).isEqualTo("@label=x;" + lines.getFirst().substring(1));
    }

    @Test
    void withoutEchoAMessageIsAcknowledged() {
        WireClient ann = capable("ann", "labeled-response batch");

        assertThat(ann.ask("@label=x PRIVMSG ann :hi"))
                .containsExactly(":ann!user@127.0.0.1 PRIVMSG ann :hi", "@label=x :snug.local ACK");
    }

    @Test
    void labelsOfThoseWhoDidNotNegotiateThemAreIgnored() {
        assertThat(capable("ann", "message-tags").ask("@label=x PING t").getFirst())
                .startsWith(":snug.local PONG");
        assertThat(capable("bob", "labeled-response").ask("@label=x JOIN #den").getFirst())
                .startsWith(":bob!");
        assertThat(
                        capable("carl", "labeled-response batch")
                                .ask("@label=" + "x".repeat(65) + " PING t")
                                .getFirst())
                .startsWith(":snug.local PONG");
    }

    @Test
    void theGoodbyeHasTheLabel() {
        WireClient ann = capable("ann", CAPABILITIES);

        assertThat(ann.send("@label=x QUIT :bye").untilClosed())
                .containsExactly("@label=x ERROR :Quit: bye");
    }
}
