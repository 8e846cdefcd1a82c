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

    private static List<RoomEvent> latest(RoomLog log, int limit) {
        return log.select(Selection.latest(limit)).join();
    }

    private static List<RoomEvent> before(RoomLog log, Point point, int limit) {
        return log.select(new Selection(null, point, true, limit, false)).join();
    }

    private static List<RoomEvent> after(RoomLog log, Point point, int limit) {
        return log.select(new Selection(point, null, false, limit, false)).join();
    }

    @Test
    void keepsTheNewest() {
        MemoryRoomLog log = log(100, 250);

        assertThat(latest(log, 1000)).isEqualTo(said.subList(150, 250));
        assertThat(latest(log, 3)).isEqualTo(said.subList(247, 250));
    }

    @Test
    void findsByIdFromBothSides() {
        MemoryRoomLog log = log(100, 50);

        assertThat(after(log, new Point.Id("id0010"), 3)).isEqualTo(said.subList(11, 14));
        assertThat(before(log, new Point.Id("id0010"), 3)).isEqualTo(said.subList(7, 10));
        assertThat(before(log, new Point.Id("id0001"), 3)).isEqualTo(said.subList(0, 1));
        assertThat(after(log, new Point.Id("id0049"), 3)).isEmpty();
        assertThat(after(log, new Point.Id(""), 2)).isEqualTo(said.subList(0, 2));
    }

    @Test
    void findsByTimeFromBothSides() {
        MemoryRoomLog log = log(100, 50);

        assertThat(after(log, new Point.Time(1005), 3)).isEqualTo(said.subList(12, 15));
        assertThat(before(log, new Point.Time(1005), 3)).isEqualTo(said.subList(7, 10));
    }

    @Test
    void anEmptyLogHasNothing() {
        assertThat(latest(new MemoryRoomLog(1, memory), 5)).isEmpty();
        assertThat(before(new MemoryRoomLog(1, memory), new Point.Id("x"), 5)).isEmpty();
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

        assertThat(latest(quiet, 64)).isEmpty();
        assertThat(latest(loud, 64).size() + latest(louder, 64).size()).isEqualTo(11);
        assertThat(latest(louder, 1)).extracting(RoomEvent::id).containsExactly("id0999");

        loud.clear();
        louder.clear();
        assertThat(little.bytes()).isZero();
    }

    @Test
    void anEventThatIsTooBigIsNotKept() {
        LogMemory little = new LogMemory(1_000);
        MemoryRoomLog log = new MemoryRoomLog(64, little);

        log.append(said(0, Map.of("+big", "x".repeat(4_000))));

        assertThat(latest(log, 1)).isEmpty();
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
    void findsWhatIsBetweenTwoPoints() {
        MemoryRoomLog log = log(100, 50);
        Point older = new Point.Id("id0010");
        Point newer = new Point.Id("id0020");

        assertThat(log.select(new Selection(older, newer, false, 3, false)).join())
                .isEqualTo(said.subList(11, 14));
        assertThat(log.select(new Selection(older, newer, true, 3, false)).join())
                .isEqualTo(said.subList(17, 20));
        assertThat(log.select(new Selection(older, newer, true, 99, false)).join())
                .isEqualTo(said.subList(11, 20));
    }

    @Test
    void findsOnlyWhatWasSaidIfThatIsWanted() {
        MemoryRoomLog log = log(100, 3);
        RoomEvent message =
                new RoomEvent.Said(
                        "id0100",
                        5_000,
                        new Author("n", "u", "h"),
                        RoomEvent.Speech.MESSAGE,
                        "hello",
                        Map.of());
        log.append(message);
        log.append(said(200, Map.of("+draft/react", "x")));

        assertThat(log.select(new Selection(null, null, true, 10, true)).join())
                .containsExactly(message);
    }

    private static RoomEvent.Said text(int number, String nick, String text) {
        return new RoomEvent.Said(
                "id%04d".formatted(number),
                1_000L + number,
                new Author(nick, "u", "h"),
                RoomEvent.Speech.MESSAGE,
                text,
                Map.of());
    }

    @Test
    void searchesByWordsAuthorAndTime() {
        MemoryRoomLog log = log(4, 0);
        RoomEvent.Said first = text(1, "Ann", "The quick fox");
        RoomEvent.Said second = text(2, "bob", "a FOX is quick");
        RoomEvent.Said third = text(3, "ann", "你好，世界");
        List.of(first, second, third).forEach(log::append);
        log.append(said(4, Map.of("+draft/react", "fox")));

        assertThat(log.search(new SearchQuery("fox quick", null, null, null, 10)).join())
                .containsExactly(first, second);
        assertThat(log.search(new SearchQuery("", "ANN", null, null, 10)).join())
                .containsExactly(first, third);
        assertThat(log.search(new SearchQuery("世界", null, null, null, 10)).join())
                .containsExactly(third);
        Point before = new Point.Time(1_003);
        Point after = new Point.Time(1_000);
        assertThat(log.search(new SearchQuery("", null, after, before, 10)).join())
                .containsExactly(first, second);
        assertThat(log.search(new SearchQuery("", null, null, null, 2)).join())
                .containsExactly(second, third);
    }

    @Test
    void forgetsOneEvent() {
        MemoryRoomLog log = log(4, 6);
        long before = memory.bytes();

        log.redact("id0004");
        log.redact("id0004");
        log.redact("unknown");

        assertThat(log.find("id0004").join()).isNull();
        assertThat(log.find("id0003").join()).isEqualTo(said.get(3));
        assertThat(latest(log, 9))
                .extracting(RoomEvent::id)
                .containsExactly("id0002", "id0003", "id0005");
        assertThat(memory.bytes()).isLessThan(before);
        log.append(text(7, "ann", "x"));
        log.append(text(8, "ann", "y"));
        assertThat(latest(log, 9))
                .extracting(RoomEvent::id)
                .containsExactly("id0003", "id0005", "id0007", "id0008");
    }

    @Test
    void oneIsEnough() {
        assertThat(latest(log(1, 5), 5)).isEqualTo(said.subList(4, 5));
    }
}
