package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 message-redaction. */
class MessageRedactionTest extends Past {
    private static final String REDACTION = CAPABILITIES + " draft/message-redaction";

    private static String fail(String rest) {
        return ":snug.local FAIL REDACT " + rest;
    }

    private static String untagged(String line) {
        return line.replaceFirst("@\\S+ ", "");
    }

    @Test
    void theOthersWhoKnowItAreToldInTheWayOfMessages() {
        WireClient ann = capable("ann", REDACTION);
        WireClient bob = capable("bob", REDACTION);
        WireClient carl = capable("carl", CAPABILITIES);
        WireClient dora = capable("dora", "message-tags batch draft/message-redaction");
        for (WireClient client : List.of(ann, bob, carl, dora)) {
            client.ask("JOIN #den");
        }
        String id = say(ann, "#den", "an example").getFirst();
        ann.sync();
        bob.sync();
        carl.sync();
        dora.sync();

        List<String> echo = ann.ask("@label=x REDACT #den " + id + " :bad example");

        assertThat(echo).hasSize(1);
        assertThat(echo.getFirst())
                .matches(
                        "@label=x;time=\\S+;msgid=\\w+ :ann!user@127.0.0.1 REDACT #den "
                                + id
                                + " :bad example")
                .doesNotContain("msgid=" + id);
        assertThat(bob.sync()).containsExactly(echo.getFirst().replace("label=x;", ""));
        assertThat(carl.sync()).isEmpty();
        assertThat(dora.sync()).hasSize(1);
    }

    @Test
    void whatWasTakenBackIsInNoHistory() {
        WireClient ann = capable("ann", REDACTION + " soju.im/search");
        WireClient bob = capable("bob", REDACTION + " draft/event-playback");
        WireClient carl = capable("carl", CAPABILITIES + " draft/event-playback");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        carl.ask("JOIN #den");
        List<String> ids = say(ann, "#den", "one", "two", "three");
        ann.ask("REDACT #den " + ids.get(1));
        bob.sync();
        carl.sync();

        assertThat(ask(ann, "CHATHISTORY LATEST #den * 10")).containsExactly("one", "three");
        assertThat(ask(ann, "CHATHISTORY AFTER #den msgid=" + ids.get(1) + " 10"))
                .containsExactly("three");
        assertThat(history(ann, "SEARCH in=#den;text=two")).isEmpty();
        assertThat(untagged(history(bob, "CHATHISTORY LATEST #den * 1").getLast()))
                .isEqualTo(":ann!user@127.0.0.1 REDACT #den " + ids.get(1));
        assertThat(ask(carl, "CHATHISTORY LATEST #den * 1")).containsExactly("three");
    }

    @Test
    void thatSomethingWasTakenBackDoesNotCountTowardsTheLimit() {
        WireClient ann = capable("ann", REDACTION + " draft/event-playback");
        ann.ask("JOIN #den");
        List<String> ids = say(ann, "#den", "one", "two", "three", "four");
        ann.ask("REDACT #den " + ids.get(1), "REDACT #den " + ids.get(3));

        List<String> lines = history(ann, "CHATHISTORY LATEST #den * 2");
        assertThat(lines.stream().map(MessageRedactionTest::untagged).toList())
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG #den :one",
                        ":ann!user@127.0.0.1 PRIVMSG #den :three",
                        ":ann!user@127.0.0.1 REDACT #den " + ids.get(1),
                        ":ann!user@127.0.0.1 REDACT #den " + ids.get(3));
        assertThat(history(ann, "CHATHISTORY AFTER #den msgid=" + ids.get(2) + " 1")).hasSize(2);
    }

    @Test
    void operatorsTakeBackWhatOthersSaidAndNobodyElse() {
        WireClient op = capable("op", REDACTION);
        WireClient ann = capable("ann", REDACTION);
        WireClient bob = capable("bob", "draft/message-redaction");
        op.ask("JOIN #den");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        String id = say(ann, "#den", "spam").getFirst();
        bob.sync();

        assertThat(bob.ask("REDACT #den " + id))
                .containsExactly(
                        fail(
                                "REDACT_FORBIDDEN #den "
                                        + id
                                        + " :You are not authorised to delete this message"));
        assertThat(op.ask("REDACT #den " + id + " spam").getLast())
                .contains(" :op!user@127.0.0.1 REDACT #den " + id + " spam");
        assertThat(bob.ask("REDACT #den " + id))
                .contains(
                        fail(
                                "UNKNOWN_MSGID #den "
                                        + id
                                        + " :This message does not exist or is too old"));
    }

    @Test
    void tagMessagesCanBeTakenBackToo() {
        WireClient ann = capable("ann", REDACTION + " draft/event-playback");
        ann.ask("JOIN #den");
        String id = id(ann.ask("@+draft/react=x TAGMSG #den").getFirst());

        assertThat(ann.ask("REDACT #den " + id)).hasSize(1);
        assertThat(history(ann, "CHATHISTORY LATEST #den * 10"))
                .noneMatch(line -> line.contains("TAGMSG"));
    }

    @Test
    void aNameTakenOverProvesNothing() {
        WireClient op = capable("op", REDACTION);
        WireClient ann = capable("ann", REDACTION);
        op.ask("JOIN #den");
        ann.ask("JOIN #den");
        String id = say(ann, "#den", "hi").getFirst();
        ann.send("QUIT").untilClosed();
        WireClient thief = capable("ann", "draft/message-redaction");
        thief.ask("JOIN #den");

        assertThat(thief.ask("REDACT #den " + id).getFirst()).contains(" REDACT_FORBIDDEN ");
    }

    @Test
    void whoHasAnotherNameStillTakesBackWhatTheySaid() {
        WireClient op = capable("op", REDACTION);
        WireClient ann = capable("ann", REDACTION);
        op.ask("JOIN #den");
        ann.ask("JOIN #den");
        String first = say(ann, "#den", "hi").getFirst();
        ann.ask("NICK anna");
        WireClient thief = capable("ann", REDACTION);
        thief.ask("JOIN #den");
        String second = say(thief, "#den", "mine").getFirst();
        ann.ask("NICK annabel", "NICK anna");

        assertThat(untagged(thief.ask("REDACT #den " + first).getLast()))
                .startsWith(fail("REDACT_FORBIDDEN #den " + first));
        assertThat(untagged(ann.ask("REDACT #den " + second).getLast()))
                .startsWith(fail("REDACT_FORBIDDEN #den " + second));
        assertThat(untagged(ann.ask("REDACT #den " + first).getLast()))
                .isEqualTo(":anna!user@127.0.0.1 REDACT #den " + first);
    }

    @Test
    void inPrivateOnlyTheAuthorDoes() {
        WireClient ann = capable("ann", REDACTION);
        WireClient bob = capable("bob", REDACTION);
        String id = say(ann, "bob", "secret").getFirst();
        bob.sync();

        assertThat(untagged(bob.ask("REDACT ann " + id).getFirst()))
                .startsWith(fail("REDACT_FORBIDDEN ann " + id));
        ann.ask("REDACT bob " + id);
        assertThat(bob.sync())
                .singleElement()
                .asString()
                .endsWith(" :ann!user@127.0.0.1 REDACT bob " + id);
        assertThat(history(bob, "CHATHISTORY LATEST ann * 9")).isEmpty();
    }

    @Test
    void whatIsWrongIsTold() {
        WireClient ann = capable("ann", REDACTION);
        ann.ask("JOIN #other");
        String id = say(ann, "#other", "hi").getFirst();
        WireClient bob = capable("bob", "draft/message-redaction");
        bob.ask("JOIN #den");

        assertThat(bob.ask("REDACT", "REDACT #den"))
                .containsExactly(
                        ":snug.local 461 bob REDACT :Not enough parameters",
                        ":snug.local 461 bob REDACT :Not enough parameters");
        assertThat(bob.ask("REDACT #none x", "REDACT #other " + id, "REDACT nobody x"))
                .containsExactly(
                        fail("INVALID_TARGET #none :You cannot delete messages from #none"),
                        fail("INVALID_TARGET #other :You cannot delete messages from #other"),
                        fail("INVALID_TARGET nobody :You cannot delete messages from nobody"));
        assertThat(bob.ask("REDACT #den " + id, "REDACT ann " + id))
                .containsExactly(
                        fail(
                                "UNKNOWN_MSGID #den "
                                        + id
                                        + " :This message does not exist or is too old"),
                        fail(
                                "UNKNOWN_MSGID ann "
                                        + id
                                        + " :This message does not exist or is too old"));
        assertThat(connect().ask("REDACT #den x"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }

    @Test
    void aHostCanLimitTheTime() {
        ServerLimits limits = defaults().limits();
        past(
                defaults()
                        .withLimits(
                                limits.withHistory(
                                        limits.history().withRedaction(Duration.ofMinutes(5)))));
        WireClient ann = capable("ann", REDACTION);
        ann.ask("JOIN #den");
        String id = say(ann, "#den", "hi").getFirst();
        String later = say(ann, "#den", "hi").getFirst();
        clock.addAndGet(299_500);

        assertThat(untagged(ann.ask("REDACT #den " + id).getFirst()))
                .isEqualTo(
                        fail(
                                "REDACT_WINDOW_EXPIRED #den "
                                        + id
                                        + " 300 :You can no longer delete this message"));
        assertThat(ann.ask("REDACT #den " + later).getFirst()).contains(" REDACT #den ");
    }
}
