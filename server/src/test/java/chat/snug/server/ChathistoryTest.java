package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.HistoryLimits;
import chat.snug.server.options.ServerLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IRCv3 chathistory. */
class ChathistoryTest extends Past {
    @Test
    void isToldInIsupport() {
        assertThat(connect().ask("NICK ann", "USER a 0 * :A"))
                .filteredOn(line -> line.contains(" 005 "))
                .anyMatch(line -> line.contains(" CHATHISTORY=100 "))
                .anyMatch(line -> line.contains(" MSGREFTYPES=msgid,timestamp "));
    }

    @Test
    void historyIsABatchOfTheLinesAsTheyWere() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        ann.ask("JOIN #Den");
        bob.ask("JOIN #den");
        ann.sync();
        List<String> live =
                ann.ask(
                        "PRIVMSG #den :one",
                        "@+draft/reply=x NOTICE #den :two",
                        "PRIVMSG #den :\u0001ACTION waves\u0001");

        List<String> lines = bob.ask("CHATHISTORY LATEST #dEn * 10").subList(3, 8);

        assertThat(lines.getFirst())
                .matches("@time=\\S+ :snug.local BATCH \\+\\w+ chathistory #Den");
        assertThat(content(lines)).isEqualTo(live);
    }

    @Test
    void eachSubcommandCountsFromItsPointAndLeavesItOut() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        List<String> ids = say(ann, "#den", "1", "2", "3", "4", "5", "6", "7");
        String third = "msgid=" + ids.get(2);
        String sixth = "msgid=" + ids.get(5);

        assertThat(ask(ann, "CHATHISTORY LATEST #den * 3")).containsExactly("5", "6", "7");
        assertThat(ask(ann, "CHATHISTORY LATEST #den " + third + " 3"))
                .containsExactly("5", "6", "7");
        assertThat(ask(ann, "CHATHISTORY LATEST #den " + sixth + " 3")).containsExactly("7");
        assertThat(ask(ann, "CHATHISTORY BEFORE #den " + sixth + " 2")).containsExactly("4", "5");
        assertThat(ask(ann, "CHATHISTORY BEFORE #den " + third + " 9")).containsExactly("1", "2");
        assertThat(ask(ann, "CHATHISTORY AFTER #den " + third + " 2")).containsExactly("4", "5");
        assertThat(ask(ann, "CHATHISTORY AFTER #den " + sixth + " 9")).containsExactly("7");
        assertThat(ask(ann, "CHATHISTORY AROUND #den " + third + " 3"))
                .containsExactly("2", "3", "4");
        assertThat(ask(ann, "CHATHISTORY AROUND #den " + third + " 1")).containsExactly("3");
        assertThat(ask(ann, "CHATHISTORY AROUND #den " + sixth + " 5"))
                .containsExactly("3", "4", "5", "6", "7");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + third + " " + sixth + " 9"))
                .containsExactly("4", "5");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + third + " " + sixth + " 1"))
                .containsExactly("4");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + sixth + " " + third + " 1"))
                .containsExactly("5");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + sixth + " " + third + " 9"))
                .containsExactly("4", "5");
    }

    @Test
    void timesArePointsToo() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        List<String> ids = say(ann, "#den", "1", "2");
        String second = "timestamp=" + now();
        say(ann, "#den", "3", "4");
        String fourth = "timestamp=" + now();
        say(ann, "#den", "5");

        assertThat(ask(ann, "CHATHISTORY LATEST #den " + second + " 9"))
                .containsExactly("3", "4", "5");
        assertThat(ask(ann, "CHATHISTORY BEFORE #den " + second + " 9")).containsExactly("1");
        assertThat(ask(ann, "CHATHISTORY AFTER #den " + second + " 2")).containsExactly("3", "4");
        assertThat(ask(ann, "CHATHISTORY AROUND #den " + second + " 3"))
                .containsExactly("1", "2", "3");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + second + " " + fourth + " 9"))
                .containsExactly("3");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + fourth + " " + second + " 9"))
                .containsExactly("3");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den msgid=" + ids.get(0) + " " + fourth + " 9"))
                .containsExactly("2", "3");
        assertThat(ask(ann, "CHATHISTORY BETWEEN #den " + fourth + " msgid=" + ids.get(0) + " 1"))
                .containsExactly("3");
    }

    @Test
    void nothingIsAnEmptyBatch() {
        WireClient ann = capable("ann", CAPABILITIES);
        capable("bob", CAPABILITIES);
        ann.ask("JOIN #den");

        assertThat(history(ann, "CHATHISTORY LATEST #den * 10")).isEmpty();
        assertThat(history(ann, "CHATHISTORY LATEST bob * 10")).isEmpty();
        assertThat(
                        ann.ask(
                                "CHATHISTORY TARGETS timestamp=2026-01-01T00:00:00.000Z"
                                        + " timestamp=2026-12-31T00:00:00.000Z 10"))
                .hasSize(2);
    }

    @Test
    void theLabelIsOnTheBatch() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        say(ann, "#den", "1", "2");

        List<String> lines = ann.ask("@label=x CHATHISTORY LATEST #den * 10");

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .matches("@label=x;time=\\S+ :snug.local BATCH \\+\\w+ chathistory #den");
        assertThat(texts(content(lines))).containsExactly("1", "2");
        assertThat(ann.ask("@label=y CHATHISTORY LATEST #none * 10"))
                .singleElement()
                .asString()
                .startsWith("@label=y;")
                .endsWith(
                        "FAIL CHATHISTORY INVALID_TARGET LATEST #none"
                                + " :Messages could not be retrieved");
    }

    @Test
    void withoutBatchThereAreTheLinesAlone() {
        WireClient ann = capable("ann", "draft/chathistory echo-message message-tags");
        ann.ask("JOIN #den");
        String live = ann.ask("PRIVMSG #den :hi").getFirst();

        assertThat(ann.ask("CHATHISTORY LATEST #den * 10")).containsExactly(live);
    }

    @Test
    void tagsAreThoseThatTheClientNegotiated() {
        WireClient ann = capable("ann", "echo-message message-tags");
        ann.ask("JOIN #den", "@+draft/reply=x PRIVMSG #den :hi");
        WireClient bob = capable("bob", "draft/chathistory batch");
        bob.ask("JOIN #den");

        assertThat(history(bob, "CHATHISTORY LATEST #den * 10"))
                .containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :hi");
    }

    @Test
    void theServerGivesNoMoreThanItSays() {
        past(
                defaults()
                        .withLimits(
                                defaults()
                                        .limits()
                                        .withHistory(HistoryLimits.defaults().withMessages(3))));
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        say(ann, "#den", "1", "2", "3", "4", "5");

        assertThat(ask(ann, "CHATHISTORY LATEST #den * 99999999999999"))
                .containsExactly("3", "4", "5");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CHATHISTORY LATEST #none * 10, INVALID_TARGET LATEST #none :Messages could not be"
                        + " retrieved",
                "CHATHISTORY LATEST #other * 10, INVALID_TARGET LATEST #other :Messages could not"
                        + " be retrieved",
                "CHATHISTORY BEFORE nobody timestamp=2026-01-01T00:00:00.000Z 10, INVALID_TARGET"
                        + " BEFORE nobody :Messages could not be retrieved",
                "CHATHISTORY NONSENSE #den * 10, INVALID_PARAMS NONSENSE :Unknown command",
                "CHATHISTORY LATEST #den *, INVALID_PARAMS LATEST :Insufficient parameters",
                "CHATHISTORY LATEST, INVALID_PARAMS LATEST :Insufficient parameters",
                "CHATHISTORY BETWEEN #den timestamp=2026-01-01T00:00:00.000Z 10, INVALID_PARAMS"
                        + " BETWEEN :Insufficient parameters",
                "CHATHISTORY LATEST #den * 10 10, INVALID_PARAMS LATEST :Too many parameters",
                "CHATHISTORY TARGETS timestamp=2026-01-01T00:00:00.000Z 10, INVALID_PARAMS TARGETS"
                        + " :Insufficient parameters",
                "CHATHISTORY BEFORE #den timestamp=yesterday 10, INVALID_PARAMS BEFORE"
                        + " timestamp=yesterday :Invalid timestamp",
                "CHATHISTORY BEFORE #den * 10, INVALID_PARAMS BEFORE * :Invalid timestamp",
                "CHATHISTORY AFTER #den msgid=!! 10, INVALID_PARAMS AFTER msgid=!! :Invalid message"
                        + " id",
                "CHATHISTORY AFTER #den line=3 10, INVALID_MSGREFTYPE AFTER #den line=3 :Messages"
                        + " can be referred to by timestamp and msgid only",
                "CHATHISTORY LATEST #den * 0, INVALID_PARAMS LATEST 0 :Invalid limit",
                "CHATHISTORY LATEST #den * -5, INVALID_PARAMS LATEST -5 :Invalid limit",
                "CHATHISTORY LATEST #den * ten, INVALID_PARAMS LATEST ten :Invalid limit",
                "CHATHISTORY TARGETS msgid=1 timestamp=2026-01-01T00:00:00.000Z 10, INVALID_PARAMS"
                        + " TARGETS msgid=1 :Invalid message id",
                "CHATHISTORY, INVALID_PARAMS * :Insufficient parameters",
            })
    void whatIsWrongIsTold(String command, String answer) {
        capable("bob", CAPABILITIES).ask("JOIN #other", "PRIVMSG #other :secret");
        WireClient ann = capable("ann", "draft/chathistory batch");
        ann.ask("JOIN #den");

        assertThat(ann.ask(command)).containsExactly(":snug.local FAIL CHATHISTORY " + answer);
    }

    @Test
    void onlyThoseWhoRegisteredMayAsk() {
        assertThat(connect().ask("CHATHISTORY LATEST #den * 10"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }

    @Test
    void whoLeftMayNotReadOn() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", "draft/chathistory batch");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den", "PART #den");

        assertThat(bob.ask("CHATHISTORY LATEST #den * 10"))
                .containsExactly(
                        ":snug.local FAIL CHATHISTORY INVALID_TARGET LATEST #den"
                                + " :Messages could not be retrieved");
    }

    @Test
    void whatWasSaidEarlierIsForNewcomersUnlessTheHostDoesNotWantIt() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        say(ann, "#den", "early");
        WireClient bob = capable("bob", CAPABILITIES);
        bob.ask("JOIN #den");
        assertThat(ask(bob, "CHATHISTORY LATEST #den * 10")).containsExactly("early");

        ServerLimits limits = defaults().limits();
        past(defaults().withLimits(limits.withHistory(limits.history().withEarlier(false))));
        ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        say(ann, "#den", "early");
        bob = capable("bob", CAPABILITIES);
        bob.ask("JOIN #den");
        say(ann, "#den", "late");

        bob.sync();
        assertThat(ask(bob, "CHATHISTORY LATEST #den * 10")).containsExactly("late");
        assertThat(ask(bob, "CHATHISTORY BEFORE #den timestamp=2027-01-01T00:00:00Z 10"))
                .containsExactly("late");
        assertThat(ask(ann, "CHATHISTORY LATEST #den * 10")).containsExactly("early", "late");
    }

    @Test
    void messagesBetweenTwoPeopleAreTheirsAlone() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        WireClient carl = capable("carl", "draft/chathistory batch");
        say(ann, "bob", "hi");
        say(bob, "ann", "hello");
        List<String> live = ann.ask("NOTICE bob :note").subList(1, 2);
        List<String> told = bob.sync();

        List<String> toBob = history(bob, "CHATHISTORY LATEST ann * 10");

        assertThat(texts(toBob)).containsExactly("hi", "hello", "note");
        assertThat(toBob.getFirst()).contains(" :ann!user@127.0.0.1 PRIVMSG bob :hi");
        assertThat(toBob.get(1)).contains(" :bob!user@127.0.0.1 PRIVMSG ann :hello");
        assertThat(toBob.getLast()).isEqualTo(live.getFirst()).isEqualTo(told.getLast());
        assertThat(history(ann, "CHATHISTORY LATEST BOB * 10")).isEqualTo(toBob);
        assertThat(history(carl, "CHATHISTORY LATEST ann * 10")).isEmpty();
        assertThat(history(carl, "CHATHISTORY LATEST bob * 10")).isEmpty();
    }

    @Test
    void messagesToOneselfAreThereOnce() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("PRIVMSG ann :note to self");

        assertThat(ask(ann, "CHATHISTORY LATEST ann * 10")).containsExactly("note to self");
    }

    @Test
    void aPrivateConversationFollowsPeopleAndNotNames() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        say(ann, "bob", "secret");
        bob.ask("NICK robert");
        WireClient thief = capable("bob", "draft/chathistory batch");

        assertThat(history(thief, "CHATHISTORY LATEST ann * 10")).isEmpty();
        assertThat(ask(ann, "CHATHISTORY LATEST robert * 10").getLast()).isEqualTo("secret");
        ann.sync();
        assertThat(history(ann, "CHATHISTORY LATEST bob * 10")).isEmpty();
        assertThat(ask(bob, "CHATHISTORY LATEST ann * 10")).containsExactly("secret");
        assertThat(history(bob, "CHATHISTORY LATEST ann * 10").getFirst())
                .endsWith(" PRIVMSG robert :secret");
    }

    @Test
    void aPrivateConversationOfGuestsEndsWithTheLastOfThem() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        say(ann, "bob", "secret");
        bob.send("QUIT").untilClosed();

        assertThat(ask(ann, "CHATHISTORY LATEST bob * 10")).containsExactly("secret");

        WireClient thief = capable("bob", "draft/chathistory batch");
        assertThat(history(thief, "CHATHISTORY LATEST ann * 10")).isEmpty();
        assertThat(history(ann, "CHATHISTORY LATEST bob * 10")).isEmpty();
    }

    private WireClient loggedIn(String nick, String account) {
        String plain =
                Base64.getEncoder()
                        .encodeToString(
                                ("\0" + account + "\0sesame").getBytes(StandardCharsets.UTF_8));
        return person(
                nick,
                "CAP REQ :sasl " + CAPABILITIES,
                "AUTHENTICATE PLAIN",
                "AUTHENTICATE " + plain,
                "CAP END");
    }

    private void account(String name) {
        WireClient client = person(name, "CAP REQ :draft/account-registration", "CAP END");
        assertThat(client.ask("REGISTER * * sesame")).anyMatch(line -> line.contains("SUCCESS"));
        client.send("QUIT").untilClosed();
    }

    @Test
    void aPrivateConversationOfAccountsStays() {
        account("ann");
        account("bob");
        WireClient ann = loggedIn("ann", "ann");
        WireClient bob = loggedIn("bob", "bob");
        say(ann, "bob", "secret");
        say(bob, "ann", "answer");
        ann.send("QUIT").untilClosed();
        bob.send("QUIT").untilClosed();

        WireClient phone = loggedIn("annphone", "ann");
        assertThat(ask(phone, "CHATHISTORY LATEST bob * 9")).containsExactly("secret", "answer");
        assertThat(
                        targets(
                                phone,
                                "timestamp=2026-01-01T00:00:00Z timestamp=2027-01-01T00:00:00Z 9"))
                .containsExactly("bob " + now());

        WireClient robert = loggedIn("robert", "bob");
        WireClient thief = capable("mallory", "draft/chathistory batch");
        assertThat(ask(phone, "CHATHISTORY LATEST robert * 9")).containsExactly("secret", "answer");
        assertThat(history(robert, "CHATHISTORY LATEST annphone * 9"))
                .extracting(line -> line.replaceFirst("@\\S+ ", ""))
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG robert :secret",
                        ":bob!user@127.0.0.1 PRIVMSG annphone :answer");
        assertThat(
                        targets(
                                phone,
                                "timestamp=2026-01-01T00:00:00Z timestamp=2027-01-01T00:00:00Z 9"))
                .containsExactly("robert " + now());
        assertThat(history(thief, "CHATHISTORY LATEST robert * 9")).isEmpty();
    }

    @Test
    void targetsAreWhereSomethingWasSaidInTheRangeOldestFirst() {
        WireClient ann = capable("ann", CAPABILITIES);
        WireClient bob = capable("bob", CAPABILITIES);
        ann.ask("JOIN #first,#second,#quiet");
        bob.ask("JOIN #other", "PRIVMSG #other :x");
        String start = now();
        say(ann, "#first", "1");
        String first = now();
        say(ann, "bob", "2");
        String private_ = now();
        say(ann, "#second", "3");
        String second = now();
        clock.addAndGet(1000);
        bob.ask("JOIN #second");
        ann.sync();
        String range = "timestamp=" + start + " timestamp=" + now();

        assertThat(targets(ann, range + " 10"))
                .containsExactly("#first " + first, "bob " + private_, "#second " + second);
        assertThat(targets(ann, range + " 2"))
                .containsExactly("#first " + first, "bob " + private_);
        assertThat(targets(ann, "timestamp=" + now() + " timestamp=" + start + " 2"))
                .containsExactly("bob " + private_, "#second " + second);
        assertThat(targets(ann, "timestamp=" + first + " timestamp=" + second + " 10"))
                .containsExactly("bob " + private_);
        assertThat(targets(bob, "timestamp=" + first + " timestamp=" + now() + " 10"))
                .containsExactly("ann " + private_, "#second " + second);
    }

    @Test
    void ofTwoConnectionsOfAnAccountTheOneSpokenWithIsNamed() {
        account("ann");
        account("bob");
        WireClient ann = loggedIn("ann", "ann");
        WireClient bob = loggedIn("bob", "bob");
        WireClient later = loggedIn("bobby", "bob");
        say(ann, "bob", "hi");
        String range = "timestamp=2026-01-01T00:00:00Z timestamp=2027-01-01T00:00:00Z 9";

        assertThat(targets(ann, range)).containsExactly("bob " + now());
        later.sync();
        say(ann, "bobby", "hi");
        assertThat(targets(ann, range)).containsExactly("bobby " + now());
        bob.ask("NICK bert");
        later.send("QUIT").untilClosed();
        assertThat(targets(ann, range)).containsExactly("bert " + now());
    }

    private static List<String> targets(WireClient who, String range) {
        List<String> lines = who.ask("CHATHISTORY TARGETS " + range);
        int first = lines.size() - 1;
        while (!lines.get(first).contains("BATCH +")) {
            first--;
        }
        assertThat(lines.get(first)).endsWith(" draft/chathistory-targets");
        return lines.subList(first + 1, lines.size() - 1).stream()
                .map(line -> line.replaceFirst(".* :snug.local CHATHISTORY TARGETS ", ""))
                .toList();
    }

    @Test
    void manyLargeHistoriesAtOnceDoNotCloseTheConnection() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        String tag = "@+x=" + "y".repeat(3_000);
        for (int i = 0; i < 100; i++) {
            ann.ask(tag + " PRIVMSG #den :" + i);
        }
        String[] questions = new String[30];
        Arrays.fill(questions, "CHATHISTORY LATEST #den * 100");

        List<String> lines = ann.ask(questions);

        assertThat(lines.stream().filter(line -> line.contains("BATCH -"))).hasSize(30);
    }
}
