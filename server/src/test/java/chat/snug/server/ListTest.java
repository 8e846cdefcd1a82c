package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.net.NanoClock;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modern IRC, ELIST: rooms by mask, size, age and age of the topic. */
class ListTest extends LiveServer {
    private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
    private WireClient ann;

    @BeforeEach
    void openRooms() throws IOException {
        use(ChatServer.start(defaults(), NanoClock.system(), millis::get));
        ann = person("ann");
        ann.ask("JOIN #old", "TOPIC #old :early");
        pass(20);
        ann.ask("JOIN #middle", "TOPIC #old :later");
        pass(20);
        ann.ask("JOIN #new", "TOPIC #new :fresh");
        person("bob").ask("JOIN #old");
    }

    private void pass(int minutes) {
        millis.addAndGet(TimeUnit.MINUTES.toMillis(minutes));
    }

    private List<String> rooms(String conditions) {
        return ann.ask("LIST " + conditions).stream()
                .filter(line -> line.contains(" 322 "))
                .map(line -> line.split(" ", -1)[3])
                .toList();
    }

    @Test
    void lessThanIsYoungerAndMoreThanIsOlder() {
        assertThat(rooms("C<30")).containsExactly("#middle", "#new");
        assertThat(rooms("C>30")).containsExactly("#old");
        assertThat(rooms("c>10,C<30")).containsExactly("#middle");
    }

    @Test
    void howeverMuchIsListedNobodyIsClosed() {
        restart(options -> options.withLimits(options.limits().withQueueBytes(100_000)));
        WireClient bob = capable("bob", "batch labeled-response");
        int rooms = 90;
        for (int i = 0; i < rooms; i++) {
            bob.ask("JOIN #room" + i, "TOPIC #room" + i + " :" + "x".repeat(350));
        }

        List<String> lines = bob.ask("LIST", "PING after");
        assertThat(lines).hasSize(rooms + 3);
        assertThat(lines.getFirst()).contains(" 321 ");
        assertThat(lines.get(rooms + 1)).contains(" 323 ");
        assertThat(lines.getLast()).contains(" PONG ");
        int times = 400;
        bob.send(Collections.nCopies(times, "LIST").toArray(String[]::new));
        person("watch").sync();
        assertThat(bob.sync()).hasSize(times * (rooms + 2));
        List<String> labeled = bob.ask("@label=x LIST");
        assertThat(labeled).hasSize(rooms + 4);
        assertThat(labeled.getFirst())
                .matches("@label=x :snug.local BATCH \\+\\w+ labeled-response");
        String reference = labeled.getFirst().replaceFirst(".* \\+(\\w+) .*", "$1");
        assertThat(labeled.subList(1, rooms + 3))
                .allMatch(line -> line.startsWith("@batch=" + reference + " :snug.local 32"));
        assertThat(labeled.getLast()).isEqualTo(":snug.local BATCH -" + reference);
    }

    @Test
    void theAgeOfATopicCountsFromItsLastChange() {
        assertThat(rooms("T<30")).containsExactly("#old", "#new");
        assertThat(rooms("T<10")).containsExactly("#new");
        assertThat(rooms("T>10")).containsExactly("#old");
        assertThat(rooms("T>30")).isEmpty();
    }

    @Test
    void sizesAndMasksGoTogetherWithTheRest() {
        assertThat(rooms(">1")).containsExactly("#old");
        assertThat(rooms("<2")).containsExactly("#middle", "#new");
        assertThat(rooms("#*d*")).containsExactly("#old", "#middle");
        assertThat(rooms("!#*d*")).containsExactly("#new");
        assertThat(rooms("#*d*,<2")).containsExactly("#middle");
        assertThat(rooms("#*d* <2")).containsExactly("#middle");
    }

    @Test
    void itIsAdvertised() {
        assertThat(ann.ask("VERSION")).anyMatch(line -> line.contains(" ELIST=CMNTU "));
    }
}
