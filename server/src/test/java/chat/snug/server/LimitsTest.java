package chat.snug.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest extends LiveServer {
    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);

    private void startWithClock(ServerLimits limits) throws IOException {
        use(ChatServer.start(defaults().withLimits(limits), clock::get, System::currentTimeMillis));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void connectionsBeyondTheLimitAreTurnedAway() {
        restart(options -> options.withLimits(options.limits().withConnections(2, 100)));
        WireClient ann = person("ann");
        WireClient bob = person("bob");

        assertThat(connect().untilClosed())
                .containsExactly("ERROR :Too many people are connected; try again later");
        bob.send("QUIT").untilClosed();
        ann.sync();
        assertThat(person("carl").ask("PING x")).hasSize(1);
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsDropped() throws IOException {
        startWithClock(ServerLimits.defaults());
        WireClient watch = person("watch");
        WireClient late = connect();
        late.ask("NICK late");

        pass(Duration.ofSeconds(31));
        watch.sync();

        assertThat(late.untilClosed()).containsExactly("ERROR :Registration timed out");
    }

    @Test
    void whoIsSilentIsAskedAndThenDroppedWithAReason() throws IOException {
        startWithClock(ServerLimits.defaults());
        WireClient watch = person("watch");
        WireClient silent = person("silent");
        watch.ask("JOIN #den");
        silent.ask("JOIN #den");
        watch.sync();

        pass(Duration.ofSeconds(61));
        watch.sync();
        assertThat(silent.next()).isEqualTo("PING snug.local");
        pass(Duration.ofSeconds(29));
        assertThat(watch.sync()).isEmpty();
        pass(Duration.ofSeconds(1));

        assertThat(watch.next()).isEqualTo(":silent!user@127.0.0.1 QUIT :Ping timeout: 90 seconds");
        assertThat(silent.untilClosed()).containsExactly("ERROR :Ping timeout: 90 seconds");
    }

    @Test
    void whoAnswersThePingStays() throws IOException {
        startWithClock(ServerLimits.defaults());
        WireClient watch = person("watch");
        WireClient ann = person("ann");

        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(61));
            watch.sync();
            assertThat(ann.next()).isEqualTo("PING snug.local");
            ann.send("PONG snug.local");
            assertThat(ann.sync()).isEmpty();
        }
    }

    @Test
    void whoTalksIsNotAsked() throws IOException {
        startWithClock(ServerLimits.defaults());
        WireClient ann = person("ann");

        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(25));
            assertThat(ann.sync()).isEmpty();
        }
    }

    @Test
    void whoSendsTooManyLinesWaitsAndLosesNothing() throws IOException {
        startWithClock(ServerLimits.defaults().withLines(RateLimit.of(10, 2)));
        WireClient watch = person("watch");
        WireClient ann = connect();
        for (int i = 0; i < 20; i++) {
            ann.send("PING " + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(ann.next()).endsWith(" " + i);
        }

        watch.sync();
        pass(Duration.ofMillis(500));
        watch.sync();
        assertThat(ann.next()).endsWith(" 10");
        pass(Duration.ofSeconds(5));
        for (int i = 11; i < 20; i++) {
            watch.sync();
            assertThat(ann.next()).endsWith(" " + i);
        }
    }

    @Test
    void sayingNothingCountsToo() throws IOException {
        startWithClock(ServerLimits.defaults().withLines(RateLimit.of(10, 2)));
        WireClient watch = person("watch");
        WireClient ann = person("ann");
        ann.sendRaw("\n".repeat(1_000).getBytes(UTF_8)).send("PING after");

        assertThat(ann.next()).contains(" WARN * RATE_LIMITED 10 ");
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(1));
            watch.sync();
        }
        assertThat(ann.next()).endsWith(" after");
    }

    @Test
    void linesThatAreTooLongCountToo() throws IOException {
        startWithClock(ServerLimits.defaults().withLines(RateLimit.of(10, 2)));
        WireClient ann = person("ann");
        for (int i = 0; i < 20; i++) {
            ann.send("x".repeat(600));
        }
        List<String> answers = new ArrayList<>();
        do {
            answers.add(ann.next());
        } while (!answers.getLast().contains(" WARN * RATE_LIMITED 10 "));

        assertThat(answers).hasSizeLessThan(12);
        assertThat(answers.getFirst()).contains(" 417 ann ");
    }

    @Test
    void whoWaitsForTheThrottleIsNotTakenForSilent() throws IOException {
        startWithClock(ServerLimits.defaults().withLines(RateLimit.of(5, 1)));
        WireClient ann = connect();
        WireClient watch = connect();
        List<String> lines = new ArrayList<>(List.of("NICK ann", "USER a 0 * :A"));
        for (int i = 0; i < 200; i++) {
            lines.add("PING " + i);
        }
        ann.send(lines.toArray(String[]::new));

        int answers = 0;
        while (answers < 200) {
            pass(Duration.ofSeconds(1));
            watch.send("PING w");
            watch.next();
            String line = ann.next();
            while (!line.contains(" PONG ")) {
                line = ann.next();
            }
            answers++;
            if (answers % 20 == 0) {
                watch.close();
                watch = connect();
            }
        }
        assertThat(answers).isEqualTo(200);
    }

    @Test
    void aPeerThatSendsAndNeverReadsIsClosedAndTheOthersAreNot() {
        restart(options -> options.withLimits(options.limits().withQueueBytes(200_000)));
        WireClient ann = person("ann");
        WireClient greedy = person("greedy");
        ann.ask("JOIN #den");
        greedy.ask("JOIN #den");
        ann.sync();

        boolean isOpen = true;
        for (int i = 0; i < 20_000 && isOpen; i++) {
            isOpen = sent(greedy, "PING " + "x".repeat(400));
        }
        String line = ann.next();
        assertThat(line)
                .isEqualTo(
                        ":greedy!user@127.0.0.1 QUIT :Send queue full: the client does not read");
        assertThat(ann.ask("PING x")).hasSize(1);
    }

    private static boolean sent(WireClient client, String line) {
        try {
            client.send(line);
            return true;
        } catch (UncheckedIOException _) {
            return false;
        }
    }
}
