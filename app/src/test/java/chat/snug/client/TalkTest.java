package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, both ways: with labels, with echoes only, and with neither. */
class TalkTest {
    private static final Instant NOON = ModelScript.NOON;

    @Test
    void isPendingUntilItsEchoComes() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "hello");
        assertThat(script.sent()).containsExactly("@label=s1 PRIVMSG #lobby hello");
        assertThat(script.events())
                .containsExactly(new ClientEvent.Pending("#lobby", NOON, 1, Kind.TEXT, "hello"));
        script.host(
                "@label=s1;msgid=m1;time=2026-11-21T12:00:01.000Z"
                        + " :Ann!ann@10.0.0.1 PRIVMSG #lobby :hello");
        Instant later = Instant.parse("2026-11-21T12:00:01Z");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Confirmed(
                                "#lobby",
                                1,
                                new Said(
                                        "#lobby", later, "m1", "Ann", true, Kind.TEXT, "hello",
                                        false)));
    }

    @Test
    void findsTheLabelOnABatchToo() {
        ModelScript script = ModelScript.inLobby();
        script.say("Ben", "hello");
        script.events();
        script.host(
                "@label=s1 :snug.local BATCH +x labeled-response",
                "@batch=x :snug.local 301 Ann Ben :at lunch",
                "@batch=x :Ann!ann@10.0.0.1 PRIVMSG Ben :hello",
                ":snug.local BATCH -x");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.HostNotice(NOON, "Ben at lunch"),
                        new ClientEvent.Confirmed("Ben", 1, mine("Ben", "hello", null)));
    }

    @Test
    void anAckConfirmsWhereThereIsNoEcho() {
        ModelScript script = new ModelScript();
        script.open("labeled-response batch message-tags");
        script.enterLobby();
        script.say("#lobby", "hello");
        script.host("@label=s1 :snug.local ACK");
        assertThat(script.event(ClientEvent.Confirmed.class).said())
                .isEqualTo(mine("#lobby", "hello", null));
    }

    @Test
    void findsTheEchoByItsTextWhereThereAreNoLabels() {
        ModelScript script = new ModelScript();
        script.open("echo-message");
        script.enterLobby();
        script.say("#lobby", "one ").say("#lobby", "two");
        script.events();
        script.host(":Ann!ann@10.0.0.1 PRIVMSG #lobby :two");
        script.host(":Ann!ann@10.0.0.1 PRIVMSG #lobby :one");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Confirmed("#lobby", 2, mine("#lobby", "two", null)),
                        new ClientEvent.Confirmed("#lobby", 1, mine("#lobby", "one", null)));
    }

    @Test
    void putsAPingBehindItWhereThereIsNeither() {
        ModelScript script = ModelScript.inOldLobby();
        script.say("#lobby", "one").say("#lobby", "two");
        assertThat(script.sent())
                .containsExactly("PRIVMSG #lobby one", "PING snug-sent-1", "PRIVMSG #lobby two");
        script.events();
        script.host(":old.test PONG old.test :snug-sent-1");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Confirmed("#lobby", 1, mine("#lobby", "one", null)));
        assertThat(script.sent()).containsExactly("PING snug-sent-2");
        script.host(":old.test PONG old.test :snug-sent-2");
        assertThat(script.event(ClientEvent.Confirmed.class).token()).isEqualTo(2);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void aRefusalMeansNotSentAndTheNextTryKeepsItsToken() {
        ModelScript script = ModelScript.inLobby();
        script.say("#club", "hello");
        script.events();
        script.host("@label=s1 :snug.local 404 Ann #club :Cannot send to channel");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.NotSent(
                                "#club", 1, "Cannot send to channel", Refusal.CANNOT_SEND));
        script.sent();
        script.person(new ClientRequest.Retry(1)).person(new ClientRequest.Retry(1));
        assertThat(script.sent()).containsExactly("@label=s1 PRIVMSG #club hello");
        assertThat(script.events())
                .containsExactly(new ClientEvent.Pending("#club", NOON, 1, Kind.TEXT, "hello"));
    }

    @Test
    void aRefusalWithoutALabelIsFoundByItsTarget() {
        ModelScript script = ModelScript.inOldLobby();
        script.say("#lobby", "one").say("Zed", "two");
        script.events();
        script.host(
                ":old.test 401 Ann zed :No such nick/channel",
                ":old.test PONG old.test snug-sent-1");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.NotSent(
                                "Zed", 2, "No such nick/channel", Refusal.NO_SUCH_PERSON),
                        new ClientEvent.Confirmed("#lobby", 1, mine("#lobby", "one", null)));
    }

    @Test
    void aFailReplyMeansNotSent() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "one");
        script.events();
        script.host("@label=s1 :snug.local FAIL PRIVMSG MUTED #lobby :You are muted");
        assertThat(script.events())
                .containsExactly(new ClientEvent.NotSent("#lobby", 1, "You are muted"));
    }

    @Test
    void whatWaitsWhenTheConnectionGoesIsNotSent() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "one").say("#lobby", "two");
        script.events();
        script.model.lost(true);
        script.say("#lobby", "three");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.NotSent("#lobby", 1, "", Refusal.NOT_CONNECTED),
                        new ClientEvent.NotSent("#lobby", 2, "", Refusal.NOT_CONNECTED),
                        new ClientEvent.Pending("#lobby", NOON, 3, Kind.TEXT, "three"),
                        new ClientEvent.NotSent("#lobby", 3, "", Refusal.NOT_CONNECTED));
        script.open("echo-message");
        script.enterLobby();
        script.person(new ClientRequest.Retry(2));
        assertThat(script.sent()).contains("PRIVMSG #lobby two");
    }

    @Test
    void whatAnotherOfMyAppsSaysIsMineToo() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ann!ann@10.0.0.9 PRIVMSG #lobby :from the phone");
        assertThat(script.events()).containsExactly(mine("#lobby", "from the phone", null));
    }

    @Test
    void wordsToMyselfStandOnce() {
        ModelScript script = ModelScript.inLobby();
        script.say("Ann", "note");
        script.events();
        script.host(
                "@label=s1;msgid=m7 :Ann!ann@10.0.0.1 PRIVMSG Ann :note",
                "@msgid=m7 :Ann!ann@10.0.0.1 PRIVMSG Ann :note");
        assertThat(script.events())
                .containsExactly(new ClientEvent.Confirmed("Ann", 1, mine("Ann", "note", "m7")));
    }

    @Test
    void hearsRoomsAndPeople() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                "@msgid=a :Ben!b@h PRIVMSG #LOBBY :hello",
                "@msgid=b :Ben!b@h PRIVMSG Ann :psst",
                ":Ben!b@h NOTICE #lobby :note",
                ":Ben!b@h PRIVMSG #elsewhere :not for me");
        assertThat(script.events())
                .containsExactly(
                        said("#lobby", "a", Kind.TEXT, "hello", false),
                        said("Ben", "b", Kind.TEXT, "psst", false),
                        said("#lobby", null, Kind.NOTICE, "note", false));
        script.host(
                ":snug.local 005 Ann STATUSMSG=@+ :are supported",
                ":Ben!b@h PRIVMSG @#lobby :operators only");
        assertThat(script.events())
                .containsExactly(said("#lobby", null, Kind.TEXT, "operators only", false));
    }

    @Test
    void theHostAndItsServicesSpeakInNoConversation() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":snug.local NOTICE Ann :Closing at six",
                ":NickServ!s@services NOTICE Ann :This name is registered",
                "NOTICE * :Looking up your hostname",
                ":Ben!b@h PRIVMSG Ann :hi",
                ":Ben!b@h NOTICE Ann :now it is talk");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.HostNotice(NOON, "Closing at six"),
                        new ClientEvent.HostNotice(NOON, "NickServ: This name is registered"),
                        new ClientEvent.HostNotice(NOON, "Looking up your hostname"),
                        said("Ben", null, Kind.TEXT, "hi", false),
                        said("Ben", null, Kind.NOTICE, "now it is talk", false));
    }

    @Test
    void actionsGoBothWays() {
        ModelScript script = ModelScript.inLobby();
        script.person(new ClientRequest.Say("#lobby", "waves", Kind.ACTION));
        assertThat(script.sent())
                .containsExactly("@label=s1 PRIVMSG #lobby :\u0001ACTION waves\u0001");
        script.events();
        script.host(
                "@label=s1 :Ann!ann@10.0.0.1 PRIVMSG #lobby :\u0001ACTION waves\u0001",
                ":Ben!b@h PRIVMSG #lobby :\u0001ACTION waves back\u0001",
                ":Ben!b@h PRIVMSG #lobby :\u0001action too\u0001");
        List<ClientEvent> events = script.events();
        assertThat(events.get(0)).isInstanceOf(ClientEvent.Confirmed.class);
        assertThat(events.get(1)).isEqualTo(said("#lobby", null, Kind.ACTION, "waves back", false));
        assertThat(events.get(2)).isEqualTo(said("#lobby", null, Kind.ACTION, "too", false));
    }

    @Test
    void otherCtcpIsAnsweredOrIgnoredButNeverShown() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                ":Ben!b@h PRIVMSG Ann :\u0001VERSION\u0001",
                ":Ben!b@h PRIVMSG Ann :\u0001PING 12345 6\u0001",
                ":Ben!b@h PRIVMSG Ann :\u0001DCC SEND x 1 2 3\u0001",
                ":Ben!b@h PRIVMSG #lobby :\u0001VERSION\u0001",
                ":Ben!b@h NOTICE Ann :\u0001VERSION irssi\u0001");
        assertThat(script.events()).isEmpty();
        assertThat(script.sent())
                .containsExactly(
                        "NOTICE Ben :\u0001VERSION Snug\u0001",
                        "NOTICE Ben :\u0001PING 12345 6\u0001");
    }

    @Test
    void answersOnlyAFewCtcpRequestsAtATime() {
        ModelScript script = ModelScript.inLobby();
        for (int i = 0; i < 100; i++) {
            script.host(":Ben!b@h PRIVMSG Ann :\u0001VERSION\u0001");
        }
        assertThat(script.sent()).hasSize(3);
        script.pass(Duration.ofSeconds(11));
        script.host(":Ben!b@h PRIVMSG Ann :\u0001VERSION\u0001");
        assertThat(script.sent()).hasSize(1);
    }

    @Test
    void keepsFormattingForWhoShowsIt() {
        ModelScript script = ModelScript.inLobby();
        script.events();
        script.host(
                ":Ben!b@h PRIVMSG #lobby :\u0002Ann\u0002: \u001dlook\u001d\u0007",
                ":Ben!b@h PRIVMSG #lobby :\u0002 \u0002");

        assertThat(script.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Said.class,
                        said -> {
                            assertThat(said.text()).isEqualTo("\u0002Ann\u0002: \u001dlook\u001d");
                            assertThat(said.words()).isEqualTo("Ann: look");
                            assertThat(said.mention()).isTrue();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\u0002bold\u000f plain', bold plain",
        "'\u000304,12red\u0003 plain', red plain",
        "'\u00034,wait', ',wait'",
        "'\u0004FF0000red', red",
        "'a\tb\u0007c', 'a\tbc'",
        "'\u00031234', 34"
    })
    void showsNoFormattingCodes(String raw, String shown) {
        assertThat(SpokenText.plain(raw)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, true",
        "'hi ann!', true",
        "'@ANN: look', true",
        "'Ann''s tea', true",
        "Anna, false",
        "'an n', false",
        "Susann, false",
        "ann_, false",
        "你好ann你好, true",
        "'', false"
    })
    void mentionsAreWholeWords(String text, boolean mention) {
        assertThat(Mention.names(text, "Ann")).isEqualTo(mention);
    }

    @Test
    void mentionsOfNamesInScriptsWithoutSpaces() {
        assertThat(Mention.names("小明你好", "小明")).isTrue();
        assertThat(Mention.names("[ben] hi", "[Ben]")).isTrue();
    }

    @Test
    void marksAMention() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Ben!b@h PRIVMSG #lobby :Ann, tea?");
        assertThat(script.event(Said.class).mention()).isTrue();
    }

    @Test
    void longTextIsSplitSoThatNoRelayedLineIsTooLong() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test 001 Ann :Welcome", ":old.test 376 Ann :End");
        script.sent();
        String text = "日本語 emoji 👩‍👩‍👧 ".repeat(120).strip();
        assertSplit(script, text, "a".repeat(11), "h".repeat(63));
        script.host(":Ann!~ann@example.net JOIN #lobby");
        assertSplit(script, text, "~ann", "example.net");
        script.host(":old.test 396 Ann cloak.example :is now your hidden host");
        assertSplit(script, text, "~ann", "cloak.example");
    }

    private static void assertSplit(ModelScript script, String text, String user, String host) {
        script.sent();
        script.say("#lobby", text);
        StringBuilder joined = new StringBuilder();
        int longest = 0;
        for (String line : script.sent()) {
            if (line.startsWith("PRIVMSG")) {
                String relayed = ":Ann!" + user + '@' + host + ' ' + line + "\r\n";
                longest = Math.max(longest, relayed.getBytes(StandardCharsets.UTF_8).length);
                joined.append(line, line.indexOf(" :") + 2, line.length());
            }
        }
        assertThat(joined).hasToString(text);
        assertThat(longest).isBetween(450, 512);
    }

    @Test
    void everyLineOfAPasteIsAMessage() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "one\r\n\r\ntwo\nthree\u0001\n  \n");
        assertThat(script.sent())
                .containsExactly(
                        "@label=s1 PRIVMSG #lobby one",
                        "@label=s2 PRIVMSG #lobby two",
                        "@label=s3 PRIVMSG #lobby three");
        script.say("#lobby", " \n ");
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void neverSendsToWhatIsNoTarget() {
        ModelScript script = ModelScript.inLobby();
        script.say("a b", "x").say("", "x").say("a,b", "x").say("n".repeat(300), "x");
        assertThat(script.sent()).isEmpty();
        assertThat(script.events()).filteredOn(ClientEvent.NotSent.class::isInstance).hasSize(4);
    }

    @Test
    void aPersonWithWhomITalkMayChangeTheirName() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Zed!z@h PRIVMSG Ann :hi");
        script.events();
        script.host(":Zed!z@h NICK Zoe");
        assertThat(script.events())
                .containsExactly(new ClientEvent.PersonRenamed("Zed", NOON, "Zed", "Zoe"));
    }

    @Test
    void aPrivateTalkThatIClosedIsForgotten() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Zed!z@h PRIVMSG Ann :hi");
        script.person(new ClientRequest.Leave("Zed", ""));
        script.events();
        script.host(":Zed!z@h NICK Zoe");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void twoPrivateTalksThatGetOneNameAreOne() {
        ModelScript script = ModelScript.inLobby();
        script.host(":Bob!b@h PRIVMSG Ann :hi", ":Bob_!b@h PRIVMSG Ann :again");
        script.host(":Bob_!b@h NICK Bob");
        script.person(new ClientRequest.Leave("Bob", ""));
        script.events();
        script.host(":Bob_!b@h NICK Rob", ":Bob!b@h NICK Rob");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void refusesATextThatIsTooLongAtOnce() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "x\n".repeat(MessageLimit.MOST_LINES + 1));
        script.say("#lobby", "\u00e9".repeat(MessageLimit.MOST_BYTES / 2 + 1));
        assertThat(script.sent()).isEmpty();
        ClientEvent refused =
                new ClientEvent.Refused("#lobby", "PRIVMSG", "", Refusal.TOO_LONG, "#lobby");
        assertThat(script.events()).containsExactly(refused, refused);
    }

    @Test
    void boundsPrivateConversations() {
        ModelScript script = ModelScript.inLobby();
        for (int i = 0; i < PrivateTalks.MOST + 100; i++) {
            script.host(":n" + i + "!u@h PRIVMSG Ann :hi");
        }
        assertThat(script.events()).hasSize(PrivateTalks.MOST);
    }

    @Test
    void aTimeThatMakesNoSenseIsNow() {
        ModelScript script = ModelScript.inLobby();
        script.host(
                "@time=yesterday :Ben!b@h PRIVMSG #lobby :a",
                "@time=+999999999-12-31T00:00:00Z :Ben!b@h PRIVMSG #lobby :b");
        assertThat(script.events())
                .allSatisfy(event -> assertThat(((Said) event).time()).isEqualTo(NOON));
    }

    private static Said mine(String conversation, String text, @Nullable String id) {
        return new Said(conversation, NOON, id, "Ann", true, Kind.TEXT, text, false);
    }

    private static Said said(
            String conversation, @Nullable String id, Kind kind, String text, boolean mention) {
        return new Said(conversation, NOON, id, "Ben", false, kind, text, mention);
    }
}
