package chat.snug.store;

import static chat.snug.store.StoreContract.ANN;
import static chat.snug.store.StoreContract.id;
import static chat.snug.store.StoreContract.latest;
import static chat.snug.store.StoreContract.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RoomEvent;
import chat.snug.room.SearchQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is older or more than the host wants to keep is deleted, bit by bit. */
class RetentionTest {
    @TempDir private Path folder;
    private final HandLoop loop = new HandLoop();

    private SqliteStore open(long now, UnaryOperator<StoreOptions> change) throws StoreException {
        return SqliteStore.open(change.apply(StoreOptions.in(folder)), loop, () -> now);
    }

    private void fill() throws StoreException {
        try (SqliteStore store = open(0, options -> options)) {
            for (int i = 0; i < 2_000; i++) {
                store.log("#den").append(said(i, ANN, "word " + i));
            }
            store.log("#bar").append(said(1_500, ANN, "alone"));
        }
    }

    @Test
    void everythingIsKeptUnlessTheHostSaysOtherwise() throws StoreException {
        fill();
        try (SqliteStore store = open(Long.MAX_VALUE, options -> options)) {
            assertThat(latest(store.log("#den"), 9_999)).hasSize(2_000);
        }
    }

    @Test
    void onlyTheNewestOfEachRoomAreKept() throws StoreException {
        fill();
        try (SqliteStore store = open(0, options -> options.withEventsPerLog(300))) {
            loop.runUntil(() -> latest(store.log("#den"), 9_999).size() == 300);
            assertThat(latest(store.log("#den"), 9_999))
                    .first()
                    .extracting(RoomEvent::id)
                    .isEqualTo(id(1_700));
            assertThat(latest(store.log("#bar"), 9)).hasSize(1);
            SearchQuery query = new SearchQuery("word", null, null, null, 9_999);
            assertThat(store.log("#den").search(query).join()).hasSize(300);
        }
    }

    @Test
    void whatIsTooOldIsNotKept() throws StoreException {
        fill();
        long now = 1_000 + 1_500 + Duration.ofDays(7).toMillis();
        try (SqliteStore store = open(now, options -> options.withAge(Duration.ofDays(7)))) {
            loop.runUntil(() -> latest(store.log("#den"), 9_999).size() == 500);
            assertThat(latest(store.log("#bar"), 9)).hasSize(1);
        }
    }

    @Test
    void aRoomThatGrowsIsCutAgain() throws StoreException {
        try (SqliteStore store = open(0, options -> options.withEventsPerLog(50))) {
            for (int i = 0; i < 5_000; i++) {
                store.log("#den").append(said(i, ANN, "word " + i));
            }
            loop.runUntil(() -> latest(store.log("#den"), 9_999).size() < 2_100);
            assertThat(latest(store.log("#den"), 1))
                    .first()
                    .extracting(RoomEvent::id)
                    .isEqualTo(id(4_999));
        }
    }
}
