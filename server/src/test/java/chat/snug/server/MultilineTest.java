package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 multiline, and client-batch. */
class MultilineTest extends Past {
    private static final String MULTILINE = "draft/multiline batch message-tags echo-message";

    /** The example of the specification. */
    private static String[] example(String tags) {
        return new String[] {
            "@" + tags + " BATCH +123 draft/multiline #den",
            "@batch=123 PRIVMSG #den hello",
            "@batch=123 PRIVMSG #den :",
            "@batch=123 privmsg #den :how is ",
            "@batch=123;draft/multiline-concat PRIVMSG #den :everyone?",
            "BATCH -123"
        };
    }

    private static String[] example() {
        return example("+draft/reply=x");
    }

    private static String fail(String rest) {
        return ":snug.local FAIL BATCH " + rest;
    }

    /** The lines with the references of batches made equal. */
    private static List<String> leveled(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("batch=\\w+", "batch=R"))
                .map(line -> line.replaceAll("BATCH ([+-])\\w+", "BATCH $1R"))
                .map(line -> line.replaceAll("msgid=\\w+", "msgid=I"))
                .toList();
    }

    private static final List<String> TOLD =
            List.of(
                    "@msgid=I;+draft/reply=x :ann!user@127.0.0.1 BATCH +R draft/multiline #den",
                    "@batch=R :ann!user@127.0.0.1 PRIVMSG #den :hello",
                    "@batch=R :ann!user@127.0.0.1 PRIVMSG #den :",
                    "@batch=R :ann!user@127.0.0.1 PRIVMSG #den :how is ",
                    "@batch=R;draft/multiline-concat :ann!user@127.0.0.1 PRIVMSG #den :everyone?",
                    ":ann!user@127.0.0.1 BATCH -R");

    private WireClient in(String nick, String capabilities) {
        WireClient client = capable(nick, capabilities);
        client.ask("JOIN #den");
        return client;
    }

    @Test
    void theOperatorsOfARoomAreToldEveryLine() {
        WireClient boss = in("boss", MULTILINE);
        WireClient deputy = in("deputy", "message-tags");
        WireClient ann = in("ann", MULTILINE);
        WireClient guest = in("guest", MULTILINE);
        boss.ask("MODE #den +o deputy");
        List.of(boss, deputy, ann, guest).forEach(WireClient::sync);

        List<String> echo =
                ann.ask(
                        "BATCH +1 draft/multiline @#den",
                        "@batch=1 PRIVMSG @#den :" + "x".repeat(400),
                        "@batch=1 PRIVMSG @#den :" + "y".repeat(400),
                        "BATCH -1");

        assertThat(leveled(echo))
                .containsExactly(
                        "@msgid=I :ann!user@127.0.0.1 BATCH +R draft/multiline @#den",
                        "@batch=R :ann!user@127.0.0.1 PRIVMSG @#den :" + "x".repeat(400),
                        "@batch=R :ann!user@127.0.0.1 PRIVMSG @#den :" + "y".repeat(400),
                        ":ann!user@127.0.0.1 BATCH -R");
        assertThat(leveled(boss.sync())).isEqualTo(leveled(echo));
        assertThat(leveled(deputy.sync()))
                .containsExactly(
                        "@msgid=I :ann!user@127.0.0.1 PRIVMSG @#den :" + "x".repeat(400),
                        ":ann!user@127.0.0.1 PRIVMSG @#den :" + "y".repeat(400));
        assertThat(guest.sync()).isEmpty();
    }

    @Test
    void limitsAreToldInTheCapability() {
        assertThat(String.join(" ", connect().ask("CAP LS 302")))
                .contains(" draft/multiline=max-bytes=16384,max-lines=200 ");
    }

    @Test
    void othersWhoKnowItGetTheBatchAndTheSenderTheEcho() {
        WireClient ann = in("ann", MULTILINE);
        WireClient bob = in("bob", MULTILINE);
        ann.sync();

        List<String> echo = ann.ask(example());

        assertThat(leveled(echo)).isEqualTo(TOLD);
        assertThat(bob.sync()).isEqualTo(echo);
    }

    @Test
    void othersGetTheLinesWithoutBlankOnesAndTheIdOnTheFirst() {
        WireClient ann = in("ann", MULTILINE);
        WireClient bob = in("bob", "message-tags batch");
        WireClient carl = in("carl", "batch");
        ann.ask(example());

        assertThat(leveled(bob.sync()))
                .endsWith(
                        "@msgid=I;+draft/reply=x :ann!user@127.0.0.1 PRIVMSG #den :hello",
                        ":ann!user@127.0.0.1 PRIVMSG #den :how is ",
                        ":ann!user@127.0.0.1 PRIVMSG #den :everyone?");
        assertThat(carl.sync())
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG #den :hello",
                        ":ann!user@127.0.0.1 PRIVMSG #den :how is ",
                        ":ann!user@127.0.0.1 PRIVMSG #den :everyone?");
    }

    @Test
    void peopleCanBeToldSeveralLinesToo() {
        WireClient ann = capable("ann", MULTILINE);
        WireClient bob = capable("bob", MULTILINE);
        WireClient carl = capable("carl", "batch");

        List<String> echo =
                ann.ask(
                        "BATCH +1 draft/multiline bob",
                        "@batch=1 NOTICE bob :one",
                        "@batch=1 NOTICE BOB :two",
                        "BATCH -1");
        ann.ask(
                "BATCH +2 draft/multiline carl",
                "@batch=2 PRIVMSG carl :",
                "@batch=2 PRIVMSG carl :one",
                "BATCH -2");

        assertThat(leveled(echo))
                .containsExactly(
                        "@msgid=I :ann!user@127.0.0.1 BATCH +R draft/multiline bob",
                        "@batch=R :ann!user@127.0.0.1 NOTICE bob :one",
                        "@batch=R :ann!user@127.0.0.1 NOTICE bob :two",
                        ":ann!user@127.0.0.1 BATCH -R");
        assertThat(bob.sync()).isEqualTo(echo);
        assertThat(carl.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG carl :one");
    }

    @Test
    void theLabelIsOnTheOpeningLineOnly() {
        WireClient ann = in("ann", MULTILINE + " labeled-response");

        List<String> echo = leveled(ann.ask(example("label=x;+draft/reply=x")));

        List<String> expected = new ArrayList<>(TOLD);
        expected.set(0, TOLD.getFirst().replaceFirst("@", "@label=x;"));
        assertThat(echo).isEqualTo(expected);
    }

    @Test
    void theLabelIsAnsweredWhereThereIsNoEchoAndWhereItFails() {
        WireClient ann = in("ann", "draft/multiline batch message-tags labeled-response");

        assertThat(
                        ann.ask(
                                "@label=x BATCH +1 draft/multiline #den",
                                "@batch=1 PRIVMSG #den :a",
                                "BATCH -1"))
                .containsExactly("@label=x :snug.local ACK");
        assertThat(
                        ann.ask(
                                "@label=y BATCH +1 draft/multiline #none",
                                "@batch=1 PRIVMSG #none :a",
                                "BATCH -1"))
                .containsExactly("@label=y :snug.local 403 ann #none :No such channel");
        assertThat(
                        ann.ask(
                                "@label=z BATCH +1 draft/multiline #den",
                                "@batch=1 PRIVMSG #other :a",
                                "BATCH -1"))
                .containsExactly(
                        "@label=z "
                                + fail(
                                        "MULTILINE_INVALID_TARGET #den #other"
                                                + " :Invalid multiline target"));
    }

    @Test
    void historyHasTheBatchWithinItsOwn() {
        WireClient ann = in("ann", MULTILINE + " server-time draft/chathistory");
        List<String> echo = ann.ask(example());

        List<String> told = ann.ask("CHATHISTORY LATEST #den * 5");

        assertThat(told).hasSize(8);
        String outer = told.getFirst().replaceFirst(".*BATCH \\+(\\w+) .*", "$1");
        assertThat(told.get(1)).startsWith("@batch=" + outer + ";time=");
        assertThat(told.get(6)).matches("@batch=" + outer + " :ann!user@127.0.0.1 BATCH -\\w+");
        List<String> inner = new ArrayList<>(told.subList(1, 7));
        inner.set(0, inner.get(0).replace("batch=" + outer + ";", ""));
        inner.set(5, inner.get(5).replace("@batch=" + outer + " ", ""));
        assertThat(leveled(inner)).isEqualTo(leveled(echo));
        assertThat(id(inner.getFirst())).isEqualTo(id(echo.getFirst()));

        WireClient bob = in("bob", "batch draft/chathistory message-tags");
        assertThat(leveled(history(bob, "CHATHISTORY LATEST #den * 1")))
                .containsExactly(
                        "@msgid=I;+draft/reply=x :ann!user@127.0.0.1 PRIVMSG #den :hello",
                        ":ann!user@127.0.0.1 PRIVMSG #den :how is ",
                        ":ann!user@127.0.0.1 PRIVMSG #den :everyone?");
    }

    @Test
    void aBatchOfOneLineStaysABatch() {
        WireClient ann = in("ann", MULTILINE + " draft/chathistory");

        List<String> echo =
                ann.ask(
                        "BATCH +1 draft/multiline #den",
                        "@batch=1 PRIVMSG #den :alone",
                        "BATCH -1");

        assertThat(leveled(echo))
                .containsExactly(
                        "@msgid=I :ann!user@127.0.0.1 BATCH +R draft/multiline #den",
                        "@batch=R :ann!user@127.0.0.1 PRIVMSG #den :alone",
                        ":ann!user@127.0.0.1 BATCH -R");
        assertThat(ann.ask("CHATHISTORY LATEST #den * 5")).hasSize(5);
    }

    @Test
    void limitsHold() {
        ServerLimits limits = defaults().limits();
        past(defaults().withLimits(limits.withHistory(limits.history().withMultiline(10, 3))));
        WireClient ann = in("ann", MULTILINE);

        assertThat(
                        ann.ask(
                                "BATCH +1 draft/multiline #den",
                                "@batch=1 PRIVMSG #den :12345",
                                "@batch=1 PRIVMSG #den :12345",
                                "@batch=1 PRIVMSG #den :12345",
                                "BATCH -1"))
                .containsExactly(
                        fail("MULTILINE_MAX_BYTES 10 :Multiline batch max-bytes exceeded"));
        assertThat(
                        ann.ask(
                                "BATCH +1 draft/multiline #den",
                                "@batch=1 PRIVMSG #den :12345",
                                "@batch=1;draft/multiline-concat PRIVMSG #den :12345",
                                "BATCH -1"))
                .hasSize(4);
        assertThat(
                        ann.ask(
                                "BATCH +1 draft/multiline #den",
                                "@batch=1 PRIVMSG #den :1",
                                "@batch=1 PRIVMSG #den :2",
                                "@batch=1 PRIVMSG #den :3",
                                "@batch=1 PRIVMSG #den :4",
                                "BATCH -1"))
                .containsExactly(fail("MULTILINE_MAX_LINES 3 :Multiline batch max-lines exceeded"));
        assertThat(ann.ask("PRIVMSG #den :still here")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@batch=1 PRIVMSG #den :",
                "@batch=1 PRIVMSG #den :a|@batch=1;draft/multiline-concat PRIVMSG #den :",
                "@batch=1 PRIVMSG #den :a|@batch=1 NOTICE #den :b",
                "@batch=1 PRIVMSG #den :a|@batch=1 TAGMSG #den",
                "@batch=1 PRIVMSG #den",
                "@batch=1 JOIN #other",
                "@batch=1 BATCH +2 draft/multiline #den"
            })
    void whatIsWrongIsToldOnceAndNothingIsSaid(String content) {
        WireClient ann = in("ann", MULTILINE);
        WireClient bob = in("bob", MULTILINE);
        ann.sync();
        List<String> lines = new ArrayList<>(List.of("BATCH +1 draft/multiline #den"));
        for (String line : content.split("\\|", -1)) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        lines.add("BATCH -1");

        assertThat(ann.ask(lines.toArray(String[]::new)))
                .singleElement()
                .asString()
                .startsWith(fail("MULTILINE_INVALID :"));
        assertThat(bob.sync()).isEmpty();
        assertThat(ann.ask(example())).hasSize(6);
    }

    @Test
    void batchesThatCannotBeOpenedOrClosedAreRefused() {
        WireClient ann = in("ann", MULTILINE);

        assertThat(ann.ask("BATCH -1", "BATCH x draft/multiline #den", "BATCH + draft/multiline x"))
                .hasSize(3)
                .allMatch(line -> line.startsWith(fail("MULTILINE_INVALID :")));
        assertThat(ann.ask("BATCH"))
                .containsExactly(":snug.local 461 ann BATCH :Not enough parameters");
        assertThat(ann.ask("BATCH +1 example.com/x a b", "@batch=1 PRIVMSG #den :a", "BATCH -1"))
                .containsExactly(
                        fail("UNKNOWN_TYPE 1 example.com/x :There is no such type of batch"));
        assertThat(ann.ask("BATCH +1 draft/multiline", "@batch=1 PRIVMSG #den :a", "BATCH -1"))
                .hasSize(1);
        assertThat(ann.ask("@batch=7 PRIVMSG #den :a"))
                .containsExactly(fail("MULTILINE_INVALID :There is no such batch"));
        assertThat(ann.ask("BATCH +1 draft/multiline #den", "BATCH +2 draft/multiline #den"))
                .containsExactly(fail("MULTILINE_INVALID :Another batch is open"));
        assertThat(ann.ask("@batch=1 PRIVMSG #den :a", "BATCH -1")).hasSize(3);
        assertThat(in("bob", "draft/multiline").ask("BATCH +1 draft/multiline #den", "BATCH -1"))
                .containsExactly(
                        fail(
                                "MULTILINE_INVALID"
                                        + " :Batches of lines need batch and draft/multiline"));
    }

    @Test
    void whatIsNoPartOfTheBatchGoesItsWay() {
        WireClient ann = in("ann", MULTILINE);

        List<String> lines =
                ann.ask(
                        "BATCH +1 draft/multiline #den",
                        "@batch=1 PRIVMSG #den :a",
                        "PRIVMSG #den :between",
                        "BATCH -1");

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).endsWith(" :between");
    }

    @Test
    void aRefusalOfTheRoomIsTheAnswer() {
        WireClient op = in("op", MULTILINE);
        op.ask("MODE #den +m");
        WireClient ann = in("ann", MULTILINE);

        assertThat(ann.ask(example()))
                .singleElement()
                .asString()
                .startsWith(":snug.local 404 ann #den :");
    }
}
