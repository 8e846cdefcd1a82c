package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRoomLogTest {
    private final List<RoomEvent> said = new ArrayList<>();

    private MemoryRoomLog log(int capacity, int events) {
        MemoryRoomLog log = new MemoryRoomLog(capacity);
        for (int i = 0; i < events; i++) {
            RoomEvent event =
                    new RoomEvent.Joined(
                            "id%04d".formatted(i), 1000L + i / 2, new Author("n", "u", "h"));
            said.add(event);
            log.append(event);
        }
        return log;
    }

    @Test
    void keepsTheNewest() {
        MemoryRoomLog log = log(100, 250);

        assertThat(log.latest(1000)).isEqualTo(said.subList(150, 250));
        assertThat(log.latest(3)).isEqualTo(said.subList(247, 250));
    }

    @Test
    void findsByIdFromBothSides() {
        MemoryRoomLog log = log(100, 50);

        assertThat(log.afterId("id0010", 3)).isEqualTo(said.subList(11, 14));
        assertThat(log.beforeId("id0010", 3)).isEqualTo(said.subList(7, 10));
        assertThat(log.beforeId("id0001", 3)).isEqualTo(said.subList(0, 1));
        assertThat(log.afterId("id0049", 3)).isEmpty();
        assertThat(log.afterId("", 2)).isEqualTo(said.subList(0, 2));
    }

    @Test
    void findsByTimeFromBothSides() {
        MemoryRoomLog log = log(100, 50);

        assertThat(log.afterTime(1005, 3)).isEqualTo(said.subList(12, 15));
        assertThat(log.beforeTime(1005, 3)).isEqualTo(said.subList(7, 10));
    }

    @Test
    void anEmptyLogHasNothing() {
        assertThat(new MemoryRoomLog(1).latest(5)).isEmpty();
        assertThat(new MemoryRoomLog(1).beforeId("x", 5)).isEmpty();
    }

    @Test
    void oneIsEnough() {
        assertThat(log(1, 5).latest(5)).isEqualTo(said.subList(4, 5));
    }
}
