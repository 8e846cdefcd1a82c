package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final EventIds ids = new EventIds(clock::get, 0x3ff);

    @Test
    void laterIdsSortBehindEarlierOnes() {
        String last = "";
        for (int i = 0; i < 100_000; i++) {
            clock.addAndGet(i % 3 == 0 ? 1 : 0);
            String id = ids.next(ids.now());
            assertThat(id).hasSize(15).isGreaterThan(last);
            last = id;
        }
    }

    @Test
    void moreThanFitIntoOneMillisecondStayInOrder() {
        String last = "";
        for (int i = 0; i < 70_000; i++) {
            String id = ids.next(ids.now());
            assertThat(id).isGreaterThan(last);
            last = id;
        }
    }

    @Test
    void timeNeverRunsBackwards() {
        long before = ids.now();
        String id = ids.next(before);
        clock.addAndGet(-60_000);

        assertThat(ids.now()).isEqualTo(before);
        assertThat(ids.next(ids.now())).isGreaterThan(id);
    }

    @Test
    void twoRunsOfAServerHaveDifferentIds() {
        EventIds other = new EventIds(clock::get, 0x155);

        assertThat(other.next(other.now())).isNotEqualTo(ids.next(ids.now()));
    }
}
