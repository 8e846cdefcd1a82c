package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.PlaceLimits;
import chat.snug.server.options.ServerLimits;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown on arrival to those who cannot ask for the history. */
class ReplayTest extends Past {
    private @Nullable WireClient talker;

    @BeforeEach
    void talk() {
        talker = capable("ann", "echo-message message-tags server-time");
        talker.ask("JOIN #den");
    }

    private WireClient ann() {
        return Objects.requireNonNull(talker);
    }

    @Test
    void whoHasTimesGetsTheLinesAsTheyWereAfterTheNames() {
        String first = ann().ask("PRIVMSG #den :one").getFirst();
        String second = ann().ask("NOTICE #den :two").getFirst();
        WireClient bob = capable("bob", "message-tags server-time");

        List<String> lines = bob.ask("JOIN #den");

        assertThat(lines.get(lines.size() - 3)).contains(" 366 bob #den ");
        assertThat(lines.subList(lines.size() - 2, lines.size())).containsExactly(first, second);
    }

    @Test
    void whoEntersManyRoomsGetsTheLinesOfAllAfterTheLast() {
        String many =
                IntStream.range(0, 40).mapToObj(i -> "#r" + i).collect(Collectors.joining(","));
        ann().ask("JOIN " + many, "PRIVMSG #r0 :first", "PRIVMSG #r39 :last");
        WireClient bob = capable("bob", "message-tags server-time");

        List<String> lines = bob.ask("JOIN " + many);

        assertThat(lines.get(lines.size() - 3)).contains(" 366 bob #r39 ");
        assertThat(lines.get(lines.size() - 2)).endsWith(" PRIVMSG #r0 :first");
        assertThat(lines.getLast()).endsWith(" PRIVMSG #r39 :last");
    }

    @Test
    void whoHasBatchesGetsABatch() {
        ann().ask("PRIVMSG #den :one");
        WireClient bob = capable("bob", "batch server-time");

        List<String> lines = bob.ask("JOIN #den");

        assertThat(lines.get(3)).matches("@time=\\S+ :snug.local BATCH \\+\\w+ chathistory #den");
        assertThat(content(lines.subList(3, 6)))
                .containsExactly(
                        "@time=2026-03-01T10:00:00.000Z :ann!user@127.0.0.1 PRIVMSG #den :one");
    }

    @Test
    void whoHasNoTimesReadsThemInTheText() {
        ann().ask("PRIVMSG #den :one", "PRIVMSG #den :\u0001ACTION waves\u0001");
        ann().ask("PRIVMSG #den :\u0001VERSION\u0001", "NOTICE #den :two");

        List<String> lines = person("bob").ask("JOIN #den");

        assertThat(lines).hasSize(7);
        assertThat(lines.get(3)).isEqualTo(":snug.local NOTICE #den :What was said here before:");
        String time = "\\[\\d\\d:\\d\\d] ";
        assertThat(lines.get(4)).matches(":ann!user@127.0.0.1 PRIVMSG #den :" + time + "one");
        assertThat(lines.get(5))
                .matches(":ann!user@127.0.0.1 PRIVMSG #den :\u0001ACTION " + time + "waves\u0001");
        assertThat(lines.get(6)).matches(":ann!user@127.0.0.1 NOTICE #den :" + time + "two");
    }

    @Test
    void anotherDayIsNamed() {
        ann().ask("PRIVMSG #den :one");
        clock.addAndGet(48L * 60 * 60 * 1000);

        assertThat(person("bob").ask("JOIN #den").getLast())
                .matches(
                        ".* :\\[2026-03-01 \\d\\d:\\d\\d] one|.* :\\[2026-02-28 \\d\\d:\\d\\d] one"
                                + "|.* :\\[2026-03-02 \\d\\d:\\d\\d] one");
    }

    @Test
    void nothingOfALongTextIsLost() {
        String text = "word ".repeat(93).trim();
        ann().ask("PRIVMSG #den :" + text);

        List<String> lines = person("bob").ask("JOIN #den");

        assertThat(lines.subList(4, lines.size())).hasSize(2);
        assertThat(String.join("", texts(lines.subList(4, 6)))).endsWith("] " + text);
    }

    @Test
    void thereIsABound() {
        for (int i = 0; i < 60; i++) {
            ann().ask("PRIVMSG #den :" + i);
        }
        WireClient bob = capable("bob", "server-time");

        List<String> lines = bob.ask("JOIN #den");

        assertThat(lines).hasSize(3 + 50);
        assertThat(texts(lines).subList(3, 53)).startsWith("10").endsWith("59");
    }

    @Test
    void whoCanAskIsNotShownAnything() {
        ann().ask("PRIVMSG #den :one");

        assertThat(capable("bob", "draft/chathistory batch server-time").ask("JOIN #den"))
                .hasSize(3);
    }

    @Test
    void aHostCanTurnItOff() {
        ServerLimits limits = defaults().limits();
        past(defaults().withLimits(limits.withHistory(limits.history().withReplayed(0))));
        WireClient carl = person("carl");
        carl.ask("JOIN #den", "PRIVMSG #den :one");

        assertThat(person("bob").ask("JOIN #den")).hasSize(3);
    }

    @Test
    void whoComesBackSeesWhatTheyMissed() {
        WireClient bob = capable("bob", "server-time");
        ann().ask("PRIVMSG #den :one");
        bob.ask("JOIN #den");
        ann().ask("PRIVMSG #den :two");
        bob.ask("PART #den");
        ann().ask("PRIVMSG #den :three");

        assertThat(texts(bob.ask("JOIN #den").subList(3, 4))).containsExactly("three");
    }

    @Test
    void ofManyRoomsItIsForgottenWhenTheFirstWasLeft() {
        past(defaults().withLimits(defaults().limits().withPlaces(new PlaceLimits(1, 1))));
        talk();
        ann().ask("JOIN #attic", "PRIVMSG #den :one", "PRIVMSG #attic :two");
        WireClient bob = capable("bob", "server-time");
        bob.ask("JOIN #den,#attic", "PART #den", "PART #attic");

        assertThat(texts(bob.ask("JOIN #den").subList(3, 4))).containsExactly("one");
        assertThat(bob.ask("JOIN #attic")).hasSize(3);
    }

    @Test
    void severalRoomsAreShownAfterAllOfThem() {
        ann().ask("JOIN #attic", "PRIVMSG #den :one", "PRIVMSG #attic :two");
        WireClient bob = capable("bob", "server-time labeled-response batch");

        List<String> lines = bob.ask("@label=x JOIN #den,#attic,#new");

        assertThat(lines.getFirst()).contains(" labeled-response").startsWith("@label=x");
        assertThat(lines).filteredOn(line -> line.contains("chathistory #")).hasSize(2);
        assertThat(lines.stream().filter(line -> line.contains(" PRIVMSG ")).toList())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" #den :one"),
                        line -> assertThat(line).endsWith(" #attic :two"));
        assertThat(lines.get(9)).contains(" 366 ");
        assertThat(lines.get(10)).contains(" BATCH +").contains("@batch=");
    }
}
