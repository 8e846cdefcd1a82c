package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryRoomLogTest {
    private final List<RoomEvent> said = new ArrayList<>();
    private final LogMemory memory = new LogMemory(1 << 20);

    private MemoryRoomLog log(int capacity, int events) {
        MemoryRoomLog log = new MemoryRoomLog(capacity, memory);
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
        assertThat(new MemoryRoomLog(1, memory).latest(5)).isEmpty();
        assertThat(new MemoryRoomLog(1, memory).beforeId("x", 5)).isEmpty();
    }

    @Test
    void allLogsTogetherHoldNoMoreThanTheirMemoryAndQuietRoomsForgetFirst() {
        LogMemory little = new LogMemory(100_000);
        MemoryRoomLog quiet = new MemoryRoomLog(64, little);
        MemoryRoomLog loud = new MemoryRoomLog(64, little);
        MemoryRoomLog louder = new MemoryRoomLog(64, little);
        Map<String, String> tags = Map.of("+big", "x".repeat(4_000));
        quiet.append(said(0, tags));
        for (int i = 1; i < 1_000; i++) {
            (i % 2 == 0 ? loud : louder).append(said(i, tags));
            assertThat(little.bytes()).isBetween(1L, 100_000L);
        }

        assertThat(quiet.latest(64)).isEmpty();
        assertThat(loud.latest(64).size() + louder.latest(64).size()).isEqualTo(11);
        assertThat(louder.latest(1)).extracting(RoomEvent::id).containsExactly("id0999");

        loud.clear();
        louder.clear();
        assertThat(little.bytes()).isZero();
    }

    @Test
    void anEventThatIsTooBigIsNotKept() {
        LogMemory little = new LogMemory(1_000);
        MemoryRoomLog log = new MemoryRoomLog(64, little);

        log.append(said(0, Map.of("+big", "x".repeat(4_000))));

        assertThat(log.latest(1)).isEmpty();
        assertThat(little.bytes()).isZero();
    }

    private static RoomEvent said(int i, Map<String, String> tags) {
        return new RoomEvent.Said(
                "id%04d".formatted(i),
                i,
                new Author("n", "u", "h"),
                RoomEvent.Speech.TAGS,
                "",
                tags);
    }

    @Test
    void oneIsEnough() {
        assertThat(log(1, 5).latest(5)).isEqualTo(said.subList(4, 5));
    }
}
