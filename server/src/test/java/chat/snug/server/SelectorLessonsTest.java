package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chat programs do from which people learn selectors: each still works here. */
class SelectorLessonsTest extends LiveServer {
    /** Both sides send at any time over one connection, each line with its time; 88 leaves. */
    @Test
    void fullDuplexTalkBetweenTwo() {
        WireClient ann = capable("ann", "server-time");
        WireClient bob = capable("bob", "server-time");

        for (int i = 0; i < 50; i++) {
            ann.send("PRIVMSG bob :a" + i);
            bob.send("PRIVMSG ann :b" + i);
        }
        ann.sync();
        bob.sync();
        ann.send("PRIVMSG bob :last");
        ann.sync();
        List<String> heard = bob.sync();
        assertThat(heard).isNotEmpty().allMatch(line -> line.matches("@time=[-0-9T:.]+Z .*"));

        assertThat(ann.send("88").untilClosed()).last().asString().endsWith("ERROR :Quit: ");
        assertThat(bob.ask("PRIVMSG ann :still there?").getFirst()).contains(" 401 ");
    }

    /** A reaches B through the server in the middle. */
    @Test
    void theManyToManyStepItEndsWith() {
        List<WireClient> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(person("p" + i));
        }
        for (int from = 0; from < 5; from++) {
            for (int to = 0; to < 5; to++) {
                if (from != to) {
                    people.get(from).send("PRIVMSG p" + to + " :from " + from);
                }
            }
        }
        List<List<String>> heard = new ArrayList<>();
        people.forEach(WireClient::sync);
        for (int i = 0; i < 5; i++) {
            people.get((i + 1) % 5).ask("PRIVMSG p" + i + " :again");
            heard.add(people.get(i).sync());
        }
        assertThat(heard)
                .allSatisfy(lines -> assertThat(lines).last().asString().contains("again"));
    }

    /**
     * What waits is written in order and in full once the reader takes it. That a socket is watched
     * for writing only while something waits is asserted where the keys can be seen: {@code
     * net.FanOutTest#isWatchedForWritingOnlyWhileSomethingWaits}.
     */
    @Test
    void readListAndWriteList() {
        WireClient reader = person("reader");
        WireClient writer = person("writer");
        reader.ask("JOIN #den");
        writer.ask("JOIN #den");
        String text = "x".repeat(400);
        for (int i = 0; i < 2_000; i++) {
            writer.send("PRIVMSG #den :" + i + " " + text);
        }
        writer.sync();

        List<String> heard = reader.sync();

        assertThat(heard).hasSize(2_001);
        for (int i = 0; i < 2_000; i++) {
            assertThat(heard.get(i + 1)).startsWith(":writer!user@127.0.0.1 PRIVMSG #den :" + i);
        }
    }

    /** What one says goes to all but the one who said it; who vanished is taken off the lists. */
    @Test
    void broadcastToTheOthers() {
        WireClient ann = person("ann");
        WireClient bob = person("bob");
        WireClient carl = person("carl");
        for (WireClient client : List.of(ann, bob, carl)) {
            client.ask("JOIN #den");
        }
        ann.sync();
        bob.sync();

        assertThat(ann.ask("PRIVMSG #den :hello")).isEmpty();
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :hello");
        assertThat(carl.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :hello");

        carl.vanish();
        assertThat(ann.next()).isEqualTo(":carl!user@127.0.0.1 QUIT :Connection reset");
        assertThat(ann.ask("NAMES #den").getFirst()).endsWith(" :@ann bob");
    }

    /** A slow client has its own queue; a message may come in parts; two connections at once. */
    @Test
    void echoServerWithOneQueuePerClient() {
        WireClient slow = capable("slow", "echo-message");
        WireClient quick = capable("quick", "echo-message");
        StringBuilder much = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            much.append("PRIVMSG slow :").append(i).append("y".repeat(300)).append("\r\n");
        }
        slow.sendRaw(much.toString().getBytes(StandardCharsets.UTF_8));

        for (String part : List.of("PRIV", "MSG qui", "ck :in par", "ts\r", "\n")) {
            quick.sendRaw(part.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(quick.sync())
                .containsOnly(":quick!user@127.0.0.1 PRIVMSG quick :in parts")
                .hasSize(2);
        assertThat(slow.sync()).hasSize(2_000);
    }

    /**
     * Counts its clients, announces who came, and says goodbye to everyone. That the address of who
     * came is announced, and the goodbye at SIGINT and SIGTERM, need a process of its own: see
     * {@link MainTest}.
     */
    @Test
    void chatRoomWithAClientMapAndCtrlC() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        WireClient bob = person("bob");
        bob.ask("JOIN #den");

        assertThat(ann.sync()).containsExactly(":bob!user@127.0.0.1 JOIN #den");
        assertThat(ann.ask("LUSERS").getFirst()).contains("There are 2 users");

        server().close();

        for (WireClient client : List.of(ann, bob)) {
            assertThat(client.untilClosed()).last().isEqualTo("ERROR :The host closed the room");
        }
    }
}
