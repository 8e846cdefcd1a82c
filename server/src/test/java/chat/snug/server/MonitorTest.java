package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** IRCv3 monitor: who is told when somebody comes, goes or is called otherwise. */
class MonitorTest extends LiveServer {
    private final WireClient ann = person("ann");

    @Test
    void whoIsHereAndWhoIsNotIsToldAtOnce() {
        person("bob");
        person("carl");

        assertThat(ann.ask("MONITOR + bob,dora,Carl,eve"))
                .containsExactly(
                        ":snug.local 730 ann bob!user@127.0.0.1,carl!user@127.0.0.1",
                        ":snug.local 731 ann dora,eve");
    }

    @Test
    void aNameGivenTwiceIsToldOnce() {
        person("bob");

        assertThat(ann.ask("MONITOR + bob,BOB,carl,Carl"))
                .containsExactly(
                        ":snug.local 730 ann bob!user@127.0.0.1", ":snug.local 731 ann carl");
        assertThat(ann.ask("MONITOR L").getFirst()).isEqualTo(":snug.local 732 ann bob,carl");
    }

    @Test
    void comingAndGoingIsTold() {
        ann.ask("MONITOR + Bob");

        WireClient bob = person("bob");
        assertThat(ann.sync()).containsExactly(":snug.local 730 ann bob!user@127.0.0.1");
        bob.send("QUIT").untilClosed();
        assertThat(ann.sync()).containsExactly(":snug.local 731 ann bob");
    }

    @Test
    void whoVanishesIsToldOnceEvenToThoseWhoSharedARoom() {
        WireClient bob = person("bob");
        ann.ask("MONITOR + bob", "JOIN #den");
        bob.ask("JOIN #den");
        ann.sync();

        bob.send("QUIT :x").untilClosed();

        assertThat(ann.sync())
                .containsExactly(":bob!user@127.0.0.1 QUIT :Quit: x", ":snug.local 731 ann bob");
    }

    @Test
    void aNewNameIsGoingAndComing() {
        WireClient bob = person("bob");
        ann.ask("MONITOR + bob,bobby");

        bob.ask("NICK bobby");

        assertThat(ann.sync())
                .containsExactly(
                        ":snug.local 731 ann bob", ":snug.local 730 ann bobby!user@127.0.0.1");
    }

    @Test
    void theSameNameInCapitalsIsNoNewOne() {
        WireClient bob = person("bob");
        ann.ask("MONITOR + bob");

        bob.ask("NICK BOB");

        assertThat(ann.sync()).isEmpty();
        assertThat(ann.ask("MONITOR S")).containsExactly(":snug.local 730 ann BOB!user@127.0.0.1");
    }

    @Test
    void whoIsTakenOffTheListIsNotTold() {
        assertThat(ann.ask("MONITOR + bob,carl", "MONITOR - BOB"))
                .containsExactly(":snug.local 731 ann bob,carl");
        person("bob");
        assertThat(ann.sync()).isEmpty();

        assertThat(ann.ask("MONITOR C")).isEmpty();
        person("carl");
        assertThat(ann.sync()).isEmpty();
        assertThat(ann.ask("MONITOR L"))
                .containsExactly(":snug.local 733 ann :End of MONITOR list");
    }

    @Test
    void theListIsShownAsItWasWritten() {
        assertThat(ann.ask("MONITOR + Bob,carl", "MONITOR + bob")).hasSize(2);

        assertThat(ann.ask("MONITOR l"))
                .containsExactly(
                        ":snug.local 732 ann Bob,carl", ":snug.local 733 ann :End of MONITOR list");
    }

    @Test
    void theStateOfTheListIsTold() {
        person("bob");
        ann.ask("MONITOR + bob,carl");

        assertThat(ann.ask("MONITOR S"))
                .containsExactly(
                        ":snug.local 730 ann bob!user@127.0.0.1", ":snug.local 731 ann carl");
    }

    @Test
    void aFullListTellsWhomItDidNotTake() {
        restart(options -> options.withLimits(options.limits().withMonitored(2)));
        WireClient bob = person("bob");

        assertThat(bob.ask("MONITOR + a,b,c,D", "MONITOR + a"))
                .containsExactly(
                        ":snug.local 731 bob a,b",
                        ":snug.local 734 bob 2 c,D :Monitor list is full.",
                        ":snug.local 731 bob a");
        bob.ask("MONITOR - a", "MONITOR + c");
        assertThat(bob.ask("MONITOR L").getFirst()).endsWith(" b,c");
    }

    @Test
    void longAnswersTakeSeveralLines() {
        String names =
                IntStream.range(0, 14)
                        .mapToObj("somebody-we-want-to-see-%02d"::formatted)
                        .collect(Collectors.joining(","));
        ann.ask("MONITOR + " + names, "MONITOR + " + names.replace('-', '_'));

        List<String> lines = ann.ask("MONITOR L");

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 510);
        assertThat(
                        lines.stream()
                                .filter(line -> line.contains(" 732 "))
                                .map(line -> line.split(" ", -1)[3])
                                .collect(Collectors.joining(",")))
                .isEqualTo(names + "," + names.replace('-', '_'));
    }

    @Test
    void masksAreNotFollowed() {
        assertThat(ann.ask("MONITOR + *!user@*,b*b,#den")).isEmpty();
        person("bob");
        assertThat(ann.sync()).isEmpty();
        assertThat(ann.ask("MONITOR L")).hasSize(1);
    }

    @Test
    void whatIsMissingOrUnknownIsTold() {
        assertThat(ann.ask("MONITOR", "MONITOR +", "MONITOR - ,", "MONITOR X"))
                .containsExactly(
                        ":snug.local 461 ann MONITOR :Not enough parameters",
                        ":snug.local 461 ann MONITOR :Not enough parameters",
                        ":snug.local 461 ann MONITOR :Not enough parameters",
                        ":snug.local 400 ann MONITOR X :Unknown subcommand");
        assertThat(connect().ask("MONITOR L"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }

    @Test
    void theLimitIsAdvertised() {
        assertThat(ann.ask("VERSION")).anyMatch(line -> line.contains(" MONITOR=100 "));
    }

    @Test
    void whoFollowedAndLeftIsForgotten() {
        person("dora", "NICK x").ask("MONITOR + zoe");
        WireClient eve = person("eve");
        eve.ask("MONITOR + zoe");
        eve.send("QUIT").untilClosed();

        WireClient zoe = person("zoe");

        assertThat(zoe.sync()).isEmpty();
        assertThat(person("eve").ask("MONITOR L")).hasSize(1);
    }

    @Test
    void nothingToSayIsAcknowledged() {
        WireClient bob = capable("bob", "labeled-response batch");
        assertThat(bob.ask("@label=a MONITOR + zoe", "@label=b MONITOR - zoe"))
                .containsExactly("@label=a :snug.local 731 bob zoe", "@label=b :snug.local ACK");
    }
}
