package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modern IRC, WHOWAS message: who was called so before. */
class WhowasTest extends LiveServer {
    private final WireClient ann = person("ann");

    private static List<String> realNames(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(" 314 "))
                .map(line -> line.substring(line.lastIndexOf(" * ") + 3))
                .toList();
    }

    @BeforeEach
    void comeAndGo() {
        for (String realName : List.of("one", "two", "three")) {
            WireClient bob = connect();
            bob.ask("NICK bob", "USER " + realName + " 0 * :" + realName);
            bob.send("QUIT").untilClosed();
        }
    }

    @Test
    void theNewestComesFirst() {
        List<String> lines = ann.ask("WHOWAS Bob");

        assertThat(realNames(lines)).containsExactly("three", "two", "one");
        assertThat(lines.get(0)).isEqualTo(":snug.local 314 ann bob three 127.0.0.1 * three");
        assertThat(lines.get(1)).startsWith(":snug.local 312 ann bob snug.local :");
        assertThat(lines.getLast()).isEqualTo(":snug.local 369 ann Bob :End of WHOWAS");
    }

    @Test
    void asManyAreToldAsAreWanted() {
        assertThat(realNames(ann.ask("WHOWAS bob 1"))).containsExactly("three");
        assertThat(realNames(ann.ask("WHOWAS bob 2"))).containsExactly("three", "two");
        assertThat(realNames(ann.ask("WHOWAS bob 9"))).hasSize(3);
        for (String all : List.of("0", "-1", "x")) {
            assertThat(realNames(ann.ask("WHOWAS bob " + all))).as(all).hasSize(3);
        }
    }

    @Test
    void aNameThatSomebodyGaveUpIsKnownToo() {
        WireClient carl = person("carl");
        carl.ask("NICK karl", "NICK KARL");

        assertThat(realNames(ann.ask("WHOWAS carl"))).containsExactly(":Real carl");
        assertThat(ann.ask("WHOWAS karl").getFirst()).contains(" 406 ");
    }

    @Test
    void whoWasNeverHereIsTold() {
        assertThat(ann.ask("WHOWAS nobody", "WHOWAS b*", "WHOWAS"))
                .containsExactly(
                        ":snug.local 406 ann nobody :There was no such nickname",
                        ":snug.local 369 ann nobody :End of WHOWAS",
                        ":snug.local 406 ann b* :There was no such nickname",
                        ":snug.local 369 ann b* :End of WHOWAS",
                        ":snug.local 431 ann :No nickname given");
    }

    @Test
    void whoIsHereWasNotHere() {
        assertThat(ann.ask("WHOWAS ann").getFirst()).contains(" 406 ann ann ");
    }
}
