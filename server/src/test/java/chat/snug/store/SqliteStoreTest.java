package chat.snug.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.Author;
import chat.snug.room.Flag;
import chat.snug.room.MaskKind;
import chat.snug.room.Rank;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file: what every store owes, and that all of it is there again. */
class SqliteStoreTest extends StoreContract {
    @TempDir private Path folder;
    private final HandLoop loop = new HandLoop();
    private @Nullable SqliteStore store;

    @Override
    Store store() {
        return store == null ? open(options -> options) : store;
    }

    private SqliteStore open(UnaryOperator<StoreOptions> change) {
        try {
            store = SqliteStore.open(change.apply(StoreOptions.in(folder)), loop, () -> 1_000_000);
            return store;
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private SqliteStore reopen() {
        store().close();
        return open(options -> options);
    }

    /** Waits until all that was handed in is kept. */
    private void settle() {
        loop.runUntil(store().log("#settle").find("none"));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static List<RoomEvent> everyKind() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("+draft/reply", "a\\b\nc;d e");
        tags.put("+typing", "");
        return List.of(
                new RoomEvent.Said("a", 1, ANN, Speech.MESSAGE, "one\ntwo\rthree \\n ü 茶 🫖", tags),
                new RoomEvent.Said("b", 2, BOB, Speech.NOTICE, "", Map.of()),
                new RoomEvent.Said("c", 3, ANN, Speech.TAGS, "", tags),
                new RoomEvent.Joined("d", 4, ANN, "Ann Real"),
                new RoomEvent.Joined("e", 5, new Author("x", "y", "z")),
                new RoomEvent.Parted("f", 6, BOB, null),
                new RoomEvent.Parted("g", 7, BOB, ""),
                new RoomEvent.Quit("h", 8, BOB, "Quit: bye"),
                new RoomEvent.Kicked("i", 9, ANN, "bob", "why"),
                new RoomEvent.Renamed("j", 10, ANN, "anna"),
                new RoomEvent.TopicChanged("k", 11, ANN, "tea"),
                new RoomEvent.Changed(
                        "l",
                        12,
                        ANN,
                        List.of(
                                new RoomChange.FlagSet(Flag.SECRET, true),
                                new RoomChange.FlagSet(Flag.MODERATED, false),
                                new RoomChange.KeySet("k\\ey"),
                                new RoomChange.KeySet(null),
                                new RoomChange.LimitSet(7),
                                new RoomChange.MaskSet(MaskKind.BAN, "*!*@x", true),
                                new RoomChange.RankSet(Rank.VOICE, "bob", false))),
                new RoomEvent.Redacted("m", 13, ANN, "b", null),
                new RoomEvent.Redacted("n", 14, ANN, "c", "spam"));
    }

    @Test
    void anEventReadBackEqualsTheEventAppendedAlsoAfterARestart() {
        everyKind().forEach(store().log("#den")::append);

        assertThat(latest(store().log("#den"), 99)).isEqualTo(everyKind());
        assertThat(latest(reopen().log("#den"), 99)).isEqualTo(everyKind());
        assertThat(store().lastTime()).isEqualTo(14);
        assertThat(store().log("#den").lastSaid()).isEqualTo(2);
    }

    @Test
    void factsLogsAndTheirNamesAreThereAgainInOrder() {
        KeptTable table = store().table("account");
        table.put("b", "k2", "1");
        table.put("b", "k1", "2");
        table.put("a", "k", "3");
        table.put("b", "k2", "4");
        table.put("c", "k", "5");
        table.removeAll("c");
        table.put("a", "gone", "6");
        table.remove("a", "gone");
        store().log("#old").append(said(1, ANN, "x"));
        store().log("#gone").append(said(1, ANN, "x"));
        store().renameLog("#old", "#new");
        store().forget("#gone");

        KeptTable again = reopen().table("account");
        assertThat(again.owners()).containsExactly("b", "a");
        assertThat(List.copyOf(again.of("b").entrySet()))
                .containsExactly(Map.entry("k2", "4"), Map.entry("k1", "2"));
        assertThat(again.of("a")).containsExactly(Map.entry("k", "3"));
        assertThat(store().logs()).containsExactly("#new");
        assertThat(latest(store().log("#new"), 9)).containsExactly(said(1, ANN, "x"));
        assertThat(latest(store().log("#gone"), 9)).isEmpty();
    }

    @Test
    void whatIsRedactedStaysRedacted() {
        RoomLog log = store().log("#den");
        log.append(said(1, ANN, "a secret"));
        log.append(said(2, ANN, "no more"));
        settle();
        log.redact(id(1));

        RoomLog again = reopen().log("#den");
        again.append(said(1, ANN, "a secret"));
        assertThat(latest(again, 9)).extracting(RoomEvent::id).containsExactly(id(2));
        assertThat(again.search(new SearchQuery("secret", null, null, null, 9)).join()).isEmpty();
    }

    @Test
    void tellsTheLoopWhenAllIsKept() {
        List<String> ran = new ArrayList<>();
        store().afterCommit(() -> ran.add("nothing to wait for"));
        assertThat(ran).hasSize(1);
        for (int i = 0; i < 50; i++) {
            String text = "kept " + i;
            store().log("#den").append(said(i, ANN, text));
            store().afterCommit(() -> ran.add(text));
        }

        loop.runUntil(() -> ran.size() == 51);

        assertThat(store().isSettled()).isTrue();
        assertThat(ran).element(1).isEqualTo("kept 0");
        assertThat(ran).last().isEqualTo("kept 49");
    }

    @Test
    void isTooFarBehindOnlyForAWhile() throws SQLException {
        open(options -> options.withQueueBytes(20_000));
        settle();
        try (Connection disturber =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("snug.db"));
                Statement statement = disturber.createStatement()) {
            statement.execute("BEGIN IMMEDIATE"); // a disk that is slow
            for (int i = 0; i < 2_000; i++) {
                store().log("#den").append(said(i, ANN, "x".repeat(200)));
            }
            assertThat(store().keepsUp()).isFalse();
            statement.execute("ROLLBACK");
        }
        List<String> ran = new ArrayList<>();
        store().afterCommit(() -> ran.add("caught up"));
        loop.runUntil(() -> !ran.isEmpty());

        assertThat(store().keepsUp()).isTrue();
        assertThat(latest(store().log("#den"), 5_000)).hasSize(2_000);
    }

    @Test
    void aSearchDoesNotWaitForTheIndexAndFindsTheNewest() {
        int many = 50_000;
        RoomLog log = store().log("#den");
        for (int i = 0; i < many; i++) {
            log.append(
                    new RoomEvent.Said(
                            "%08d".formatted(i),
                            i,
                            ANN,
                            RoomEvent.Speech.MESSAGE,
                            "some tea and words 100% plain " + i,
                            Map.of()));
            if (!store().keepsUp()) {
                settle();
            }
        }
        SearchQuery newest = new SearchQuery("TEA 100%", null, null, null, 3);
        assertThat(log.search(newest).join())
                .extracting(RoomEvent::id)
                .containsExactly("00049997", "00049998", "00049999");
        SearchQuery oldest = new SearchQuery("tea", null, null, null, 3, true);
        assertThat(log.search(oldest).join())
                .extracting(RoomEvent::id)
                .containsExactly("00000000", "00000001", "00000002");
        assertThat(log.search(new SearchQuery("100_", null, null, null, 3)).join()).isEmpty();
        assertThat(log.search(new SearchQuery("tea", "bob", null, null, 3)).join()).isEmpty();
        assertThat(log.search(new SearchQuery("tea", null, null, null, 2 * many)).join())
                .extracting(RoomEvent::id)
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSizeGreaterThanOrEqualTo(LogReader.LOOKED_THROUGH);
    }

    @Test
    void forgettingARoomLeavesNoTraceOfItInTheFiles() throws IOException {
        for (int i = 0; i < 600; i++) {
            store().log("#den").append(said(i, ANN, "confidential tea " + i));
            store().log("#bar").append(said(i, BOB, "harmless coffee " + i));
        }
        assertThat(store().log("#den").search(new SearchQuery("tea", null, null, null, 5)).join())
                .hasSize(5);
        store().log("#den").clear();
        assertThat(latest(store().log("#den"), 9)).isEmpty();

        loop.runUntil(() -> !bytesOfFolder().contains("confidential"));

        assertThat(bytesOfFolder()).doesNotContain("Ann").contains("harmless");
        assertThat(latest(store().log("#bar"), 1_000)).hasSize(600);
        assertThat(store().log("#bar").search(new SearchQuery("tea", null, null, null, 5)).join())
                .isEmpty();
    }

    @Test
    void forgettingEverythingLeavesNoTraceAtAll() throws IOException {
        for (int i = 0; i < 600; i++) {
            store().log("#den").append(said(i, ANN, "confidential tea " + i));
        }
        store().table("account").put("ann", "password", "hashed-secret");
        settle();
        store().forgetEverything();

        assertThat(latest(store().log("#den"), 9)).isEmpty();
        assertThat(store().table("account").owners()).isEmpty();
        loop.runUntil(() -> !bytesOfFolder().contains("confidential"));
        assertThat(bytesOfFolder()).doesNotContain("hashed-secret").doesNotContain("Ann");
        assertThat(Files.size(folder.resolve("snug.db"))).isLessThan(120_000);
        store().log("#den").append(said(9, ANN, "anew"));
        assertThat(latest(reopen().log("#den"), 9)).hasSize(1);
    }

    private String bytesOfFolder() {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("snug.db", "snug.db-wal")) {
            try {
                Path path = folder.resolve(name);
                if (Files.exists(path)) {
                    all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return all.toString();
    }
}
