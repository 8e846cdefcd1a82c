package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What makes the server do much costs more than a line; time stands still. */
class PriceTest extends LiveServer {
    private static final int LINES = 100;

    @BeforeEach
    void startWithoutTime() throws IOException {
        ServerLimits limits = ServerLimits.defaults().withLines(RateLimit.of(LINES, 1));
        use(
                ChatServer.start(
                        ServerOptions.at("localhost", 0).withLimits(limits), () -> 0, () -> 0));
    }

    /** A room in which 200 people are banned or muted. */
    private WireClient roomWithFullLists() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        for (int i = 0; i < 100; i += 20) {
            for (String letter : List.of("b", "q")) {
                ann.ask("MODE #den +" + letter.repeat(20) + " " + masks(i));
            }
        }
        return ann;
    }

    private static String masks(int from) {
        return IntStream.range(from, from + 20)
                .mapToObj(i -> "x" + i + "!*@*")
                .collect(Collectors.joining(" "));
    }

    /** How many answers there are until somebody has to wait. */
    private static int answers(WireClient client, String answer) {
        List<String> answers = new ArrayList<>();
        String line = client.next();
        while (!line.contains(" WARN * RATE_LIMITED ")) {
            if (line.contains(answer)) {
                answers.add(line);
            }
            line = client.next();
        }
        return answers.size();
    }

    @Test
    void anotherNameWhereManyAreBanned() {
        roomWithFullLists();
        WireClient bob = person("bob");
        bob.ask("JOIN #den");
        for (int i = 0; i < LINES; i++) {
            bob.send("NICK bob" + i);
        }

        assertThat(answers(bob, " NICK ")).isBetween(40, 60); // 400 are looked at
    }

    @Test
    void comingInWhereManyAreBanned() {
        roomWithFullLists().ask("MODE #den +i");
        WireClient bob = person("bob");
        for (int i = 0; i < LINES; i++) {
            bob.send("JOIN #den");
        }

        assertThat(answers(bob, " 473 ")).isBetween(60, 75); // 200 are looked at
    }

    @Test
    void aMessageOfManyLinesThatIsSpoiled() {
        WireClient ann = capable("ann", "batch message-tags draft/multiline");
        for (int i = 0; i < LINES; i++) {
            ann.send("BATCH +a draft/multiline x");
            for (int line = 0; line < 20; line++) {
                ann.send("@batch=a PRIVMSG x y");
            }
            ann.send("@batch=a TOPIC");
        }

        assertThat(answers(ann, " FAIL BATCH ")).isBetween(18, 24);
    }

    @Test
    void anotherNameForARoomOfMany() throws IOException {
        ServerLimits limits = ServerLimits.defaults().withLines(RateLimit.of(10, 1));
        use(
                ChatServer.start(
                        ServerOptions.at("localhost", 0).withLimits(limits), () -> 0, () -> 0));
        WireClient ann = person("ann");
        ann.send("JOIN #den");
        for (int i = 0; i < 60; i++) {
            person("m" + i).send("JOIN #den").sync();
        }
        ann.send("RENAME #den #hall");

        assertThat(answers(ann, " JOIN #hall")).isEqualTo(1);
    }
}
