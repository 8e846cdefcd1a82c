package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms are after a restart what they were, and messages are acknowledged when they are kept. */
class RestartTest extends LiveServer {
    @TempDir private Path folder;

    @BeforeEach
    void keep() {
        restart(options -> options.withStore(StoreOptions.in(folder)));
    }

    /** The same server again: its folder has to be free first. */
    private void startAgain() {
        server().close();
        keep();
    }

    private static List<String> withoutTime(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll(" \\d{10}$", " T")).toList();
    }

    @Test
    void aRoomIsAfterARestartWhatItWas() {
        WireClient ann = person("ann");
        ann.ask(
                "JOIN #Den",
                "PRIVMSG #den :hello",
                "TOPIC #den :tea at five",
                "MODE #den +kl secret 7",
                "MODE #den +bs *!*@evil",
                "MODE #den -n");
        List<String> modes = ann.ask("MODE #den", "MODE #den b", "TOPIC #den");

        startAgain();
        WireClient bob = person("bob");
        assertThat(bob.ask("JOIN #den").getFirst()).contains(" 475 bob #Den ");
        assertThat(bob.ask("TOPIC #den")).singleElement().asString().contains(" 403 ");
        assertThat(bob.ask("JOIN #den secret"))
                .contains(":bob!user@127.0.0.1 JOIN #Den", ":snug.local 332 bob #Den :tea at five");
        assertThat(bob.ask("MODE #den", "MODE #den b", "TOPIC #den"))
                .isEqualTo(modes.stream().map(line -> line.replace(" ann #", " bob #")).toList());
        assertThat(withoutTime(bob.ask("MODE #den b")).getFirst())
                .startsWith(":snug.local 367 bob #Den *!*@evil ann!");
    }

    @Test
    void anAccountHasTheRanksAgainThatItWasGiven() {
        WireClient ann = person("ann");
        ann.ask("REGISTER * * :" + Sasl.PASSWORD, "JOIN #den", "PRIVMSG #den :hello");
        for (String nick : List.of("bob", "cid")) {
            WireClient guest = person(nick);
            guest.ask("REGISTER * * :" + Sasl.PASSWORD, "JOIN #den");
            ann.ask("MODE #den +v " + nick);
        }
        ann.ask("MODE #den -v cid");
        startAgain();

        WireClient eve = person("eve");
        eve.ask("JOIN #den");
        for (String nick : List.of("bob", "cid", "ann")) {
            person(nick, Sasl.login(nick, "")).ask("JOIN #den");
        }
        assertThat(eve.sync())
                .containsExactly(
                        ":bob!user@127.0.0.1 JOIN #den",
                        ":snug.local MODE #den +v bob",
                        ":cid!user@127.0.0.1 JOIN #den",
                        ":ann!user@127.0.0.1 JOIN #den",
                        ":snug.local MODE #den +o ann");
        assertThat(eve.ask("NAMES #den").getFirst()).endsWith(" :eve +bob cid @ann");
    }

    @Test
    void whoSignsInInARoomHasTheRanksOfTheirAccountThere() {
        person("ann").ask("REGISTER * * :" + Sasl.PASSWORD, "JOIN #den", "PRIVMSG #den :hello");
        startAgain();
        WireClient eve = person("eve");
        eve.ask("JOIN #den");
        WireClient guest = capable("guest", "sasl");
        guest.ask("JOIN #den");
        eve.sync();

        List<String> answer = guest.ask("AUTHENTICATE PLAIN", Sasl.plain("ann", Sasl.PASSWORD));
        assertThat(answer).contains(":snug.local MODE #den +o guest");
        assertThat(answer.getLast()).contains(" 903 ");
        assertThat(eve.sync()).containsExactly(":snug.local MODE #den +o guest");
        assertThat(eve.ask("NAMES #den").getFirst()).endsWith(" :eve @guest");
        assertThat(guest.ask("MODE #den +m")).hasSize(1);
    }

    @Test
    void whatIsInTheListsOfEmptyRoomsCountsAsLongAsTheyAreKnown() {
        String full =
                " b :There are too many bans, exceptions and invitations in all rooms together";
        keepFewMasks();
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "PRIVMSG #den :hello", "MODE #den +bbb a b c", "PART #den");
        ann.ask("JOIN #pub");
        assertThat(ann.ask("MODE #pub +b a", "MODE #pub +b b"))
                .hasSize(2)
                .last()
                .isEqualTo(":snug.local 478 ann #pub" + full);
        ann.ask("JOIN #den", "PART #den", "PART #pub");
        keepFewMasks();
        WireClient bob = person("bob");
        bob.ask("JOIN #pub");
        assertThat(bob.ask("MODE #pub +bb a b"))
                .hasSize(2)
                .last()
                .isEqualTo(":snug.local 478 bob #pub" + full);

        server().forgetEverything();
        bob.sync();
        assertThat(bob.ask("MODE #pub +bb b c").getLast()).contains(" MODE #pub +bb b");
        assertThat(bob.ask("MODE #pub +b d").getLast())
                .isEqualTo(":snug.local 478 bob #pub" + full);
    }

    private void keepFewMasks() {
        server().close();
        restart(
                options ->
                        options.withStore(StoreOptions.in(folder))
                                .withLimits(
                                        options.limits()
                                                .withCrowd(
                                                        options.limits().crowd().withMasks(3, 1))));
    }

    @Test
    void whoComesFirstToARoomThatBelongsToNobodyIsItsOperator() {
        person("ann").ask("JOIN #den", "PRIVMSG #den :hello");
        startAgain();

        assertThat(person("bob").ask("JOIN #den")).anyMatch(line -> line.endsWith(" :@bob"));
    }

    @Test
    void aRoomInWhichNothingWasSaidIsForgottenWhenItIsEmpty() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :tea", "PART #den");

        assertThat(ann.ask("JOIN #den")).noneMatch(line -> line.contains(" 332 "));
    }

    @Test
    void aRoomThatEverybodyLeftIsNotListedAndIsWhatItWasWhenTheyComeBack() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "TOPIC #den :tea", "PRIVMSG #den :hello", "PART #den");

        assertThat(ann.ask("LIST")).noneMatch(line -> line.contains("#den"));
        assertThat(ann.ask("JOIN #den")).contains(":snug.local 332 ann #den :tea");
    }

    @Test
    void theHostsOwnRoomIsWhatItWasThoughNothingWasSaidInIt() {
        server().close();
        inLobby();
        person("ann").ask("JOIN #lobby", "TOPIC #lobby :tea", "MODE #lobby +kb secret *!*@evil");
        server().close();
        inLobby();

        WireClient bob = person("bob");
        assertThat(bob.ask("JOIN #lobby").getFirst()).contains(" 475 bob #lobby ");
        assertThat(bob.ask("JOIN #lobby secret")).contains(":snug.local 332 bob #lobby :tea");
        assertThat(bob.ask("MODE #lobby b").getFirst()).contains(" 367 bob #lobby *!*@evil ");
    }

    private void inLobby() {
        restart(options -> options.withRoom("#lobby").withStore(StoreOptions.in(folder)));
    }

    @Test
    void whoOwnsARoomComesBackThoughItIsClosedToOthers() {
        WireClient ann = person("ann");
        ann.ask("REGISTER * * :" + Sasl.PASSWORD, "JOIN #den", "PRIVMSG #den :hello");
        ann.ask("MODE #den +ikl secret 1");
        startAgain();

        assertThat(person("bob").ask("JOIN #den secret").getFirst()).contains(" 473 bob #den ");
        WireClient again = person("ann", Sasl.login("ann", ""));
        assertThat(again.ask("JOIN #den")).anyMatch(line -> line.endsWith(" :@ann"));
        again.ask("MODE #den +b ann!*@*", "PART #den");
        assertThat(again.ask("JOIN #den").getFirst()).contains(" 474 ann #den ");
    }

    @Test
    void idsGoOnBehindThoseOfTheLastRun() {
        WireClient ann = capable("ann", "echo-message message-tags");
        ann.ask("JOIN #den");
        String before = msgid(ann.ask("PRIVMSG #den :one").getFirst());
        startAgain();
        WireClient again = capable("ann", "echo-message message-tags");
        again.ask("JOIN #den");

        assertThat(msgid(again.ask("PRIVMSG #den :two").getFirst())).isGreaterThan(before);
    }

    private static String msgid(String line) {
        assertThat(line).contains("msgid=");
        return line.replaceFirst(".*msgid=([^; ]+).*", "$1");
    }

    @Test
    void echoesComeInOrderWithTheirLabelsAndBeforeTheAnswersToLaterCommands() {
        WireClient ann = capable("ann", "echo-message labeled-response batch message-tags");
        WireClient bob = capable("bob", "message-tags");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();
        for (int i = 0; i < 200; i++) {
            ann.send("@label=L" + i + " PRIVMSG #den :line " + i);
        }
        ann.send("@label=none PRIVMSG #nowhere :x", "@label=ping PING x", "NICK anna");

        List<String> lines = ann.sync();
        assertThat(lines).hasSize(203);
        List<String> told = bob.sync();
        for (int i = 0; i < 200; i++) {
            assertThat(lines.get(i)).startsWith("@label=L" + i + ";").endsWith(" :line " + i);
            assertThat(msgid(lines.get(i))).isEqualTo(msgid(told.get(i)));
        }
        assertThat(lines.get(200)).startsWith("@label=none ").contains(" 403 ");
        assertThat(lines.get(201)).startsWith("@label=ping ").contains(" PONG ");
        assertThat(lines.get(202)).contains(" NICK ");
    }

    @Test
    void onAFullDiskNothingIsAcknowledgedAndTheHostIsTold() {
        server().close();
        restart(
                options ->
                        options.withStore(
                                        StoreOptions.in(folder.resolve("small"))
                                                .withMostPages(60)
                                                .withPatience(Duration.ofMillis(100)))
                                .withOperator("boss", "pw"));
        WireClient boss = person("boss");
        boss.ask("OPER boss pw");
        WireClient ann =
                capable("ann", "echo-message labeled-response batch message-tags standard-replies");
        ann.ask("JOIN #den");
        String first = msgid(ann.ask("PRIVMSG #den :first").getFirst());
        String line;
        int said = 0;
        do {
            line = ann.ask("@label=x PRIVMSG #den :" + "x".repeat(300)).getLast();
            said++;
        } while (line.contains("PRIVMSG #den") && said < 2_000);

        assertThat(line)
                .startsWith("@label=x")
                .contains("FAIL PRIVMSG NOT_KEPT :This cannot be kept: ")
                .doesNotContain(folder.toString());
        assertThat(boss.sync())
                .singleElement()
                .asString()
                .startsWith(":snug.local NOTICE boss :Nothing more can be kept in ")
                .endsWith(": the disk is full");
        assertThat(ann.ask("PRIVMSG #den :again"))
                .singleElement()
                .asString()
                .contains(" NOT_KEPT ");
        assertThat(ann.ask("MODE #den +b evil"))
                .as("it holds, and it is not kept")
                .hasSize(2)
                .anyMatch(told -> told.endsWith(" MODE #den +b evil!*@*"))
                .anyMatch(told -> told.contains(" WARN MODE NOT_KEPT #den :This holds now"));
        assertThat(ann.ask("REDACT #den " + first))
                .singleElement()
                .asString()
                .contains(" FAIL REDACT NOT_KEPT :This cannot be kept: ");
        assertThat(ann.ask("REGISTER * * :" + Sasl.PASSWORD))
                .singleElement()
                .asString()
                .contains(" FAIL REGISTER TEMPORARILY_UNAVAILABLE ann :No account can be kept ");
        assertThat(ann.ask("PING x")).singleElement().asString().contains("PONG");
    }

    @Test
    void theRoomGoesOnInMemoryIfTheHostWantsIt() {
        server().close();
        restart(
                options ->
                        options.withStore(
                                StoreOptions.in(folder.resolve("small"))
                                        .withMostPages(60)
                                        .withInMemoryIfNeedBe(true)
                                        .withPatience(Duration.ofMillis(100))));
        WireClient ann = capable("ann", "echo-message");
        ann.ask("JOIN #den");
        for (int i = 0; i < 400; i++) {
            String text = "x".repeat(300) + i;
            assertThat(ann.ask("PRIVMSG #den :" + text)).singleElement().asString().endsWith(text);
        }
    }
}
