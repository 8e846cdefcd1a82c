package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCommandsTest extends LiveServer {
    private static final String TIME = "time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String ID = "msgid=[0-9a-v]{15}";

    @Test
    void whatOneSaysGoesToAllTheOthers() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        for (WireClient client : List.of(ann, bob, carl)) {
            client.ask("JOIN #den");
        }
        ann.sync();
        bob.sync();

        assertThat(ann.ask("PRIVMSG #DEN :héllo 世界 👋", "NOTICE #den :n")).isEmpty();
        for (WireClient client : List.of(bob, carl)) {
            assertThat(client.sync())
                    .containsExactly(
                            ":ann!user@127.0.0.1 PRIVMSG #den :héllo 世界 👋",
                            ":ann!user@127.0.0.1 NOTICE #den :n");
        }
    }

    @Test
    void twoTalkInPrivate() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");

        ann.ask("PRIVMSG BOB :hi");
        bob.ask("PRIVMSG ann :hi yourself");

        assertThat(bob.sync()).isEmpty();
        assertThat(ann.sync()).containsExactly(":bob!user@127.0.0.1 PRIVMSG ann :hi yourself");
    }

    @Test
    void severalTargetsGetACopyEachUpToALimit() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        assertThat(ann.ask("PRIVMSG bob,#den,nobody :x"))
                .containsExactly(
                        ":bob!user@127.0.0.1 JOIN #den",
                        ":snug.local 401 ann nobody :No such nick/channel");
        assertThat(bob.sync()).hasSize(2);
        assertThat(ann.ask("PRIVMSG bob,bob,bob,bob,bob :x"))
                .containsExactly(":snug.local 407 ann bob :Too many targets");
        assertThat(bob.sync()).hasSize(4);
    }

    @Test
    void whatCannotBeSaidIsTold() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        bob.ask("JOIN #den,#hall", "MODE #hall -n+m");

        assertThat(
                        ann.ask(
                                "PRIVMSG",
                                "PRIVMSG bob",
                                "PRIVMSG bob :",
                                "PRIVMSG #none :x",
                                "PRIVMSG #den :x",
                                "PRIVMSG #hall :x"))
                .containsExactly(
                        ":snug.local 411 ann :No recipient given (PRIVMSG)",
                        ":snug.local 412 ann :No text to send",
                        ":snug.local 412 ann :No text to send",
                        ":snug.local 403 ann #none :No such channel",
                        ":snug.local 404 ann #den :Only people in the room can speak in it",
                        ":snug.local 404 ann #hall :The room is moderated, and you have no voice in"
                                + " it");
    }

    @Test
    void nothingIsAnsweredToANotice() {
        WireClient ann = person("ann");
        person("bob").ask("JOIN #den", "AWAY :x");

        assertThat(
                        ann.ask(
                                "NOTICE",
                                "NOTICE bob",
                                "NOTICE bob :x",
                                "NOTICE nobody :x",
                                "NOTICE #none :x",
                                "NOTICE #den :x",
                                "NOTICE bob,bob,bob,bob,bob :x"))
                .isEmpty();
    }

    @Test
    void whoWritesToSomebodyAwayIsTold() {
        WireClient ann = person("ann");
        person("bob").ask("AWAY :at lunch");

        assertThat(ann.ask("PRIVMSG bob :x")).containsExactly(":snug.local 301 ann bob :at lunch");
    }

    @Test
    void theEchoIsWhatTheOthersGet() {
        WireClient ann = capable("ann", "echo-message server-time message-tags");
        WireClient bob = capable("bob", "server-time message-tags");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();

        String echo = ann.ask("PRIVMSG #den :x").getFirst();

        assertThat(echo).matches("@" + TIME + ";" + ID + " :ann!user@127.0.0.1 PRIVMSG #den :x");
        assertThat(bob.sync()).containsExactly(echo);
    }

    @Test
    void eachGetsTheTagsTheyNegotiated() {
        WireClient ann = capable("ann", "message-tags");
        WireClient plain = person("plain");
        WireClient time = capable("time", "server-time");
        WireClient tags = capable("tags", "message-tags");
        WireClient both = capable("both", "message-tags server-time");
        List<WireClient> all = List.of(ann, plain, time, tags, both);
        all.forEach(client -> client.ask("JOIN #den"));
        all.forEach(WireClient::sync);

        ann.ask("@+mood=happy;vendor/x=1;+b PRIVMSG #den :hi");

        String body = " :ann!user@127.0.0.1 PRIVMSG #den :hi";
        assertThat(plain.sync()).containsExactly(body.substring(1));
        assertThat(time.sync()).singleElement().asString().matches("@" + TIME + body);
        assertThat(tags.sync())
                .singleElement()
                .asString()
                .matches("@" + ID + ";\\+mood=happy;\\+b" + body);
        assertThat(both.sync())
                .singleElement()
                .asString()
                .matches("@" + TIME + ";" + ID + ";\\+mood=happy;\\+b" + body);
    }

    @Test
    void tagsOfSomebodyWhoDidNotNegotiateThemAreLeftOut() {
        WireClient ann = person("ann");
        WireClient bob = capable("bob", "message-tags");

        ann.ask("@+mood=happy PRIVMSG bob :hi");

        assertThat(bob.sync())
                .singleElement()
                .asString()
                .matches("@" + ID + " :ann!user@127.0.0.1 PRIVMSG bob :hi");
    }

    @Test
    void aTagMessageReachesThoseWhoKnowTags() {
        WireClient ann = capable("ann", "message-tags echo-message");
        WireClient bob = capable("bob", "message-tags");
        WireClient carl = person("carl");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        carl.ask("JOIN #den");
        bob.sync();
        ann.sync();

        String message = ":ann!user@127.0.0.1 TAGMSG #den";
        assertThat(ann.ask("@+typing=active TAGMSG #den"))
                .singleElement()
                .asString()
                .matches("@" + ID + ";\\+typing=active " + message);
        assertThat(bob.sync()).singleElement().asString().endsWith(message);
        ann.ask("@+a=b TAGMSG carl");
        assertThat(carl.sync()).isEmpty();
        assertThat(ann.ask("TAGMSG", "TAGMSG nobody", "TAGMSG #none"))
                .extracting(line -> line.split(" ", -1)[1])
                .containsExactly("411", "401", "403");
    }

    @Test
    void whatAProgramSaysIsMarked() {
        WireClient robot = person("robot");
        WireClient ann = capable("ann", "message-tags");
        ann.ask("JOIN #den");

        robot.ask("MODE robot +B", "JOIN #den", "PRIVMSG #den :beep", "PRIVMSG ann :beep");

        assertThat(ann.sync())
                .hasSize(3)
                .allMatch(line -> line.matches("@" + ID + ";bot :robot!user@127\\.0\\.0\\.1 .*"));
    }

    @Test
    void idsOfMessagesAreInOrderAndUnique() {
        WireClient ann = capable("ann", "message-tags echo-message");
        ann.ask("JOIN #den");
        for (int i = 0; i < 200; i++) {
            ann.send("PRIVMSG " + (i % 3 == 0 ? "ann" : "#den") + " :" + i);
        }

        List<String> ids =
                ann.sync().stream().map(line -> line.substring(7, 22)).distinct().toList();

        assertThat(ids).hasSize(200).isSorted();
    }

    @Test
    void aLongMessageIsCutBetweenCharactersForTheReceiver() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");

        ann.ask("PRIVMSG bob :" + "水".repeat(165));

        String line = bob.sync().getFirst();
        assertThat(line).startsWith(":ann!user@127.0.0.1 PRIVMSG bob :水水").endsWith("水");
        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(507, 510);
    }
}
