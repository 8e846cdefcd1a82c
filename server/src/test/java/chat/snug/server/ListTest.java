package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.net.NanoClock;
import java.io.IOException;
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
