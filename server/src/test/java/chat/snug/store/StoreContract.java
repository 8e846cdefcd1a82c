package chat.snug.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.Author;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Said;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every store, whatever it is made of. */
abstract class StoreContract {
    static final Author ANN = new Author("Ann", "a", "host", "ann", false);
    static final Author BOB = new Author("bob", "b", "host", null, true);

    /** The store of this test. */
    abstract Store store();

    static String id(int i) {
        return "id%04d".formatted(i);
    }

    static Said said(int i, Author author, String text) {
        return new Said(
                id(i), 1_000L + i, author, Speech.MESSAGE, text, Map.of("+draft/reply", "x"));
    }

    static RoomEvent joined(int i, Author author) {
        return new RoomEvent.Joined(id(i), 1_000L + i, author);
    }

    static List<RoomEvent> latest(RoomLog log, int limit) {
        return log.select(Selection.latest(limit)).join();
    }

    private static List<String> found(RoomLog log, String text) {
        return found(log, new SearchQuery(text, null, null, null, 100));
    }

    private static List<String> found(RoomLog log, SearchQuery query) {
        return log.search(query).join().stream().map(RoomEvent::id).toList();
    }

    @Test
    void givesBackWhatWasAppendedAtOnce() {
        RoomLog log = store().log("#den");
        for (int i = 0; i < 60; i++) {
            RoomEvent event = said(i, i % 2 == 0 ? ANN : BOB, "line " + i);
            log.append(event);
            assertThat(latest(log, 1)).containsExactly(event);
        }

        assertThat(latest(log, 100)).hasSize(60).first().isEqualTo(said(0, ANN, "line 0"));
    }

    @Test
    void givesTheSameLogForTheSameKeyAndKeepsThemApart() {
        store().log("#den").append(joined(1, ANN));
        store().log("#bar").append(joined(2, BOB));

        assertThat(latest(store().log("#den"), 9)).containsExactly(joined(1, ANN));
        assertThat(latest(store().log("#bar"), 9)).containsExactly(joined(2, BOB));
        assertThat(store().logs()).containsExactlyInAnyOrder("#den", "#bar");
    }

    @Test
    void answersSelectionsFromBothSidesOfPoints() {
        RoomLog log = store().log("#den");
        for (int i = 0; i < 30; i++) {
            log.append(i % 3 == 0 ? joined(i, ANN) : said(i, ANN, "x"));
        }
        for (Point older : new Point[] {new Point.Id(id(10)), new Point.Time(1_010)}) {
            for (Point newer : new Point[] {new Point.Id(id(20)), new Point.Time(1_020)}) {
                assertThat(ids(log, older, newer, false, 3, false))
                        .containsExactly(id(11), id(12), id(13));
                assertThat(ids(log, older, newer, true, 3, false))
                        .containsExactly(id(17), id(18), id(19));
                assertThat(ids(log, older, newer, true, 3, true))
                        .containsExactly(id(16), id(17), id(19));
                assertThat(ids(log, older, newer, false, 99, false)).hasSize(9);
            }
            assertThat(ids(log, older, null, false, 2, true)).containsExactly(id(11), id(13));
            assertThat(ids(log, null, older, true, 2, true)).containsExactly(id(7), id(8));
        }
        assertThat(ids(log, new Point.Id("id0010x"), null, false, 1, false))
                .containsExactly(id(11));
        assertThat(ids(log, new Point.Id(id(29)), null, false, 9, false)).isEmpty();
        assertThat(ids(log, null, new Point.Time(0), true, 9, false)).isEmpty();
    }

    private static List<String> ids(
            RoomLog log,
            @Nullable Point after,
            @Nullable Point before,
            boolean newestFirst,
            int limit,
            boolean messagesOnly) {
        return log
                .select(new Selection(after, before, newestFirst, limit, messagesOnly))
                .join()
                .stream()
                .map(RoomEvent::id)
                .toList();
    }

    @Test
    void findsAnEventByItsId() {
        RoomLog log = store().log("#den");
        log.append(said(1, ANN, "one"));
        log.append(joined(2, BOB));

        assertThat(log.find(id(1)).join()).isEqualTo(said(1, ANN, "one"));
        assertThat(log.find(id(2)).join()).isEqualTo(joined(2, BOB));
        assertThat(log.find(id(3)).join()).isNull();
        assertThat(store().log("#bar").find(id(1)).join()).isNull();
    }

    @Test
    void whatIsRedactedIsGoneEverywhereAndItsPlaceStays() {
        RoomLog log = store().log("#den");
        log.append(said(1, ANN, "first words"));
        log.append(said(2, ANN, "a secret word"));
        log.append(said(3, ANN, "last words"));
        assertThat(found(log, "secret")).containsExactly(id(2));

        log.redact(id(2));
        log.redact("unknown");

        assertThat(latest(log, 9)).extracting(RoomEvent::id).containsExactly(id(1), id(3));
        assertThat(log.find(id(2)).join()).isNull();
        assertThat(found(log, "secret")).isEmpty();
        assertThat(found(log, "word")).containsExactly(id(1), id(3));
        assertThat(ids(log, new Point.Id(id(2)), null, false, 9, false)).containsExactly(id(3));
        log.append(said(4, BOB, "after"));
        assertThat(latest(log, 2)).extracting(RoomEvent::id).containsExactly(id(3), id(4));
    }

    @Test
    void findsWordsOfAnyLanguageInAnyOrderAndCase() {
        RoomLog log = store().log("#den");
        log.append(said(1, ANN, "Tea at Five, in the snug"));
        log.append(said(2, BOB, "five o'clock tea?"));
        log.append(said(3, ANN, "今天下午五点喝茶"));
        log.append(said(4, BOB, "Größe ÜBER alles: 100% \"quoted\" NEAR x*"));
        log.append(joined(5, new Author("tea", "t", "h")));

        assertThat(found(log, "tea FIVE")).containsExactly(id(1), id(2));
        assertThat(found(log, "snug")).containsExactly(id(1));
        assertThat(found(log, "nug")).as("a part of a word").containsExactly(id(1));
        assertThat(found(log, "下午五点")).containsExactly(id(3));
        assertThat(found(log, "喝茶")).as("two characters").containsExactly(id(3));
        assertThat(found(log, "茶")).as("one character").containsExactly(id(3));
        assertThat(found(log, "über")).containsExactly(id(4));
        assertThat(found(log, "100% \"quoted\"")).containsExactly(id(4));
        assertThat(found(log, "near X*")).containsExactly(id(4));
        assertThat(found(log, "o' tea")).containsExactly(id(2));
        assertThat(found(log, "coffee")).isEmpty();
        assertThat(found(log, "___")).as("no wildcard").isEmpty();
        assertThat(found(log, "")).containsExactly(id(1), id(2), id(3), id(4));
    }

    @Test
    void searchKeepsToItsBounds() {
        RoomLog log = store().log("#den");
        for (int i = 0; i < 20; i++) {
            log.append(said(i, i % 2 == 0 ? ANN : BOB, "word " + i));
        }
        store().log("#bar").append(said(30, ANN, "word elsewhere"));

        assertThat(found(log, new SearchQuery("word", "ANN", null, null, 3)))
                .containsExactly(id(14), id(16), id(18));
        assertThat(found(log, new SearchQuery("word", "nobody", null, null, 3))).isEmpty();
        for (String text : List.of("word", "")) {
            assertThat(
                            found(
                                    log,
                                    new SearchQuery(
                                            text, "ANN", new Point.Time(1_003), null, 3, true)))
                    .containsExactly(id(4), id(6), id(8));
        }
        assertThat(
                        found(
                                log,
                                new SearchQuery(
                                        "word",
                                        null,
                                        new Point.Time(1_005),
                                        new Point.Id(id(9)),
                                        9)))
                .containsExactly(id(6), id(7), id(8));
        assertThat(
                        found(
                                log,
                                new SearchQuery(
                                        "", null, new Point.Id(id(5)), new Point.Time(1_008), 9)))
                .containsExactly(id(6), id(7));
    }

    @Test
    void knowsWhenSomethingWasSaidLast() {
        RoomLog log = store().log("#den");
        assertThat(log.lastSaid()).isZero();
        log.append(said(7, ANN, "x"));
        log.append(joined(8, BOB));

        assertThat(log.lastSaid()).isEqualTo(1_007);
    }

    @Test
    void aLogThatIsClearedIsEmptyAndTakesMore() {
        RoomLog log = store().log("#den");
        log.append(said(1, ANN, "before"));
        log.clear();

        assertThat(latest(log, 9)).isEmpty();
        assertThat(found(log, "before")).isEmpty();
        assertThat(log.lastSaid()).isZero();
        log.append(said(2, ANN, "after"));
        assertThat(latest(log, 9)).extracting(RoomEvent::id).containsExactly(id(2));
    }

    @Test
    void aLogThatIsForgottenIsNotThereAnyMore() {
        store().log("#den").append(said(1, ANN, "before"));
        store().forget("#den");
        store().forget("#unknown");

        assertThat(store().logs()).isEmpty();
        assertThat(latest(store().log("#den"), 9)).isEmpty();
    }

    @Test
    void aLogMovesToAnotherKeyAndTakesTheOneThereAway() {
        store().log("#den").append(said(1, ANN, "den"));
        store().log("#bar").append(said(2, ANN, "bar"));
        RoomLog moved = store().log("#den");
        store().renameLog("#den", "#bar");
        moved.append(said(3, ANN, "more"));

        assertThat(latest(store().log("#bar"), 9))
                .extracting(RoomEvent::id)
                .containsExactly(id(1), id(3));
        assertThat(latest(store().log("#den"), 9)).isEmpty();
    }

    @Test
    void keepsFactsByOwnerAndKey() {
        KeptTable table = store().table("account");
        table.put("ann", "b", "1");
        table.put("ann", "a", "2");
        table.put("bob", "a", "3");
        table.put("ann", "b", "4");

        assertThat(table.get("ann", "b")).isEqualTo("4");
        assertThat(table.get("cat", "b")).isNull();
        assertThat(List.copyOf(table.of("ann").entrySet()))
                .containsExactly(Map.entry("b", "4"), Map.entry("a", "2"));
        assertThat(table.owners()).containsExactly("ann", "bob");
        table.remove("ann", "b");
        table.remove("ann", "b");
        table.removeAll("bob");
        assertThat(table.of("ann")).containsExactly(Map.entry("a", "2"));
        assertThat(table.owners()).containsExactly("ann");
        assertThat(store().table("marker").owners()).isEmpty();
        assertThat(store().table("account")).isSameAs(table);
    }
}
