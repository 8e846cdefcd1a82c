package chat.snug.store;

import static chat.snug.store.StoreContract.ANN;
import static chat.snug.store.StoreContract.id;
import static chat.snug.store.StoreContract.latest;
import static chat.snug.store.StoreContract.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk can do to a store, and what the host is told of it. */
class StoreFaultsTest {
    /** In UTC: 2026-11-21 12:00:00. */
    private static final long NOW = 1_795_262_400_000L;

    @TempDir private Path folder;
    private final HandLoop loop = new HandLoop();

    private SqliteStore open(StoreOptions options) throws StoreException {
        return SqliteStore.open(options, loop, () -> NOW);
    }

    private SqliteStore open() throws StoreException {
        return open(StoreOptions.in(folder));
    }

    private Path file() {
        return folder.resolve("snug.db");
    }

    private void fill(int events) throws StoreException {
        try (SqliteStore store = open()) {
            for (int i = 0; i < events; i++) {
                store.log("#den").append(said(i, ANN, "line " + i));
            }
        }
    }

    private void overwrite(long from, byte[] bytes) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(from);
            raw.write(bytes);
        }
    }

    private void assertRefused(StoreException.Reason reason, String sentence) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(sentence);
    }

    @Test
    void aFolderThatAnotherServerUsesIsRefused() throws StoreException {
        try (SqliteStore first = open()) {
            assertRefused(
                    StoreException.Reason.IN_USE,
                    folder
                            + " is in use by another room server: close that one or choose another"
                            + " folder");
            first.log("#den").append(said(1, ANN, "undisturbed"));
            assertThat(latest(first.log("#den"), 9)).hasSize(1);
        }
        open().close();
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        assertThatThrownBy(() -> open(StoreOptions.in(taken)))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "Nothing can be kept in %s: it is no folder that can be written to", taken);
        assertThat(taken).hasContent("a file");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsRefused() throws IOException {
        assumeThat(folder.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(folder)).as("administrators may write anywhere").isFalse();

        assertRefused(
                StoreException.Reason.NO_ACCESS,
                "Nothing can be kept in %s: it is no folder that can be written to"
                        .formatted(folder));
        assertThat(folder.toFile().setWritable(true)).isTrue();
    }

    @Test
    void aFileFromANewerVersionIsRefusedAndUntouched() throws IOException {
        fill(3);
        overwrite(60, new byte[] {0, 0, 0, 99});
        byte[] before = Files.readAllBytes(file());

        assertRefused(
                StoreException.Reason.NEWER,
                file()
                        + " was written by a newer version of Snug and was left as it is: use that"
                        + " version");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherProgramIsRefusedAndUntouched() throws IOException {
        fill(3);
        overwrite(68, new byte[] {1, 2, 3, 4});
        byte[] before = Files.readAllBytes(file());

        assertRefused(
                StoreException.Reason.FOREIGN,
                file() + " is not a file of Snug and was left as it is: choose another folder");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneIsBegun() throws IOException {
        fill(2_000);
        long size = Files.size(file());
        byte[] rubbish = new byte[(int) size / 2];
        for (int i = 0; i < rubbish.length; i++) {
            rubbish[i] = (byte) (i * 31);
        }
        overwrite(size / 4, rubbish);
        byte[] before = Files.readAllBytes(file());

        assertBegunAnew(before, "snug.db.damaged-20261121-120000");
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideAsOftenAsThatHappens() throws IOException {
        for (String name :
                List.of("snug.db.damaged-20261121-120000", "snug.db.damaged-20261121-120000-2")) {
            Files.writeString(
                    file(),
                    "my diary ".repeat(100) + name,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            assertBegunAnew(Files.readAllBytes(file()), name);
        }
    }

    private void assertBegunAnew(byte[] before, String name) throws IOException {
        try (SqliteStore store = open()) {
            assertThat(store.setAside()).isEqualTo(folder.resolve(name));
            assertThat(store.logs()).isEmpty();
            store.log("#den").append(said(1, ANN, "anew"));
            assertThat(latest(store.log("#den"), 9)).hasSize(1);
        }
        assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(before);
    }

    @Test
    void anUnfinishedFileIsNoDamage() throws IOException {
        Files.createFile(file());

        try (SqliteStore store = open()) {
            assertThat(store.setAside()).isNull();
        }
    }

    @Test
    void onAFullDiskNothingIsReportedAsKeptWithoutTellingWhy() throws StoreException {
        List<String> told = new ArrayList<>();
        try (SqliteStore store =
                open(
                        StoreOptions.in(folder)
                                .withMostPages(60)
                                .withPatience(Duration.ofMillis(50)))) {
            store.onFailure(told::add);
            int kept = fillUp(store);
            String sentence = "Nothing more can be kept in " + file() + ": the disk is full";
            assertThat(store.trouble()).isEqualTo(sentence);
            assertThat(told).containsExactly(sentence);
            assertThat(latest(store.log("#den"), 1_000)).hasSizeGreaterThanOrEqualTo(kept);
            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> {
                        for (int i = 0; i < 8; i++) {
                            assertThat(latest(store.log("#den"), 1)).hasSize(1);
                        }
                    },
                    "who asks does not wait until there is space again");
        }
        try (SqliteStore again = open()) {
            assertThat(latest(again.log("#den"), 1)).hasSize(1);
            assertThat(again.trouble()).isNull();
        }
    }

    /** Returns how many events were reported as kept while there was no trouble. */
    private int fillUp(SqliteStore store) {
        int[] kept = {0};
        for (int i = 0; i < 1_000 && store.trouble() == null; i++) {
            boolean[] reported = {false};
            store.log("#den").append(said(i, ANN, "x".repeat(500)));
            store.afterCommit(
                    () -> {
                        reported[0] = true;
                        kept[0] += store.trouble() == null ? 1 : 0;
                    });
            loop.runUntil(() -> reported[0]);
        }
        return kept[0];
    }

    @Test
    void whatCouldNotBeKeptIsTriedAgain() throws StoreException {
        List<String> told = new ArrayList<>();
        try (SqliteStore store =
                open(
                        StoreOptions.in(folder)
                                .withMostPages(60)
                                .withPatience(Duration.ofMillis(50)))) {
            store.onFailure(told::add);
            fillUp(store);
            RoomLog log = store.log("#den");
            store.forgetEverything();
            log.append(said(2_000, ANN, "kept again"));
            loop.runUntil(() -> told.size() == 2);

            assertThat(told).last().isEqualTo("What is said is kept again");
            assertThat(store.trouble()).isNull();
            assertThat(latest(log, 9)).containsExactly(said(2_000, ANN, "kept again"));
        }
    }

    @Test
    void aHostWhoWantsItGoesOnInMemoryWithinBounds() throws StoreException {
        try (SqliteStore store =
                open(
                        StoreOptions.in(folder)
                                .withMostPages(60)
                                .withQueueBytes(20_000)
                                .withInMemoryIfNeedBe(true)
                                .withPatience(Duration.ofMillis(50)))) {
            int reported = 0;
            for (int i = 0; i < 2_000; i++) {
                boolean[] done = {false};
                store.log("#den").append(said(i, ANN, "x".repeat(500)));
                store.afterCommit(() -> done[0] = true);
                loop.runUntil(() -> done[0]);
                reported++;
            }
            assertThat(reported).isEqualTo(2_000);
            assertThat(store.trouble()).isNull();
            assertThat(store.keepsUp()).isTrue();
        }
    }

    @Test
    void whatIsSaidInAnOldRoomIsToldAtOnceToo() throws Exception {
        List<RoomEvent> all = new ArrayList<>();
        StoreOptions options = StoreOptions.in(folder).withInMemoryIfNeedBe(true);
        try (SqliteStore store = open(options)) {
            say(store, all, 1, "before the room was closed");
        }
        try (SqliteStore store = open(options);
                Connection disturber = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = disturber.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            say(store, all, 2, "not in the file yet");

            assertThat(latest(store.log("#den"), 10)).containsExactlyElementsOf(all);

            statement.execute("ROLLBACK");
        }
    }

    /** Another program that writes to the file has the effect of a disk that fails for a while. */
    @Test
    void whatIsSaidWhileTheDiskFailsIsToldAtOnceAndOnceAndStays() throws Exception {
        List<String> told = new ArrayList<>();
        List<RoomEvent> all = new ArrayList<>();
        try (SqliteStore store =
                        open(
                                StoreOptions.in(folder)
                                        .withInMemoryIfNeedBe(true)
                                        .withPatience(Duration.ofMillis(50)));
                Connection disturber = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            store.onFailure(told::add);
            RoomLog log = store.log("#den");
            say(store, all, 1, "tea, kept");
            say(store, all, 2, "more tea, kept");
            loop.runUntil(store::isSettled);
            try (Statement statement = disturber.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                for (int i = 3; i < 20; i++) {
                    say(store, all, i, "tea, not kept yet");
                    assertThat(latest(log, 1)).containsExactly(all.getLast());
                }
                loop.runUntil(() -> !told.isEmpty());
                say(store, all, 20, "while nothing is kept");
                assertThat(store.isSettled()).isFalse();
                assertThat(latest(log, 1_000)).containsExactlyElementsOf(all);
                assertThat(latest(log, 19)).containsExactlyElementsOf(all.subList(1, 20));
                assertThat(log.find(id(20)).join()).isEqualTo(all.getLast());
                assertThat(search(log, "nothing")).containsExactly(all.getLast());
                assertThat(search(log, "tea")).containsExactlyElementsOf(all.subList(0, 19));
                redact(log, all, 0);
                redact(log, all, all.size() - 2);
                statement.execute("ROLLBACK");
            }
            loop.runUntil(() -> told.size() == 2);
            assertThat(latest(log, 1_000)).containsExactlyElementsOf(all);
            assertThat(search(log, "nothing")).containsExactly(all.getLast());
            loop.runUntil(store::isSettled);
            assertThat(latest(log, 1_000)).containsExactlyElementsOf(all);
        }
        try (SqliteStore again = open()) {
            assertThat(latest(again.log("#den"), 1_000)).containsExactlyElementsOf(all);
        }
    }

    private static void say(SqliteStore store, List<RoomEvent> all, int i, String text) {
        RoomEvent event = said(i, ANN, text);
        all.add(event);
        store.log("#den").append(event);
    }

    private static List<RoomEvent> search(RoomLog log, String text) {
        return log.search(new SearchQuery(text, null, null, null, 1_000)).join();
    }

    /** Takes one back, from the file or from memory. */
    private static void redact(RoomLog log, List<RoomEvent> all, int index) {
        String id = all.remove(index).id();
        log.redact(id);
        assertThat(log.find(id).join()).isNull();
        assertThat(latest(log, 1_000)).containsExactlyElementsOf(all);
    }

    @Test
    void aStoreThatClosesLeavesOneFileAndTheLock() throws IOException {
        fill(10);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("snug.db", "snug.lock");
        }
    }

    @Test
    void nobodyButItsOwnerMayReadWhatIsKept() throws Exception {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews())
                .as("this file system has no permissions")
                .contains("posix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (SqliteStore store = open()) {
            store.log("#den").append(said(1, ANN, "hush"));
            loop.runUntil(store::isSettled);
            assertPrivate("snug.db", "snug.db-wal", "snug.db-shm");
        }

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        try (SqliteStore _ = open()) {
            assertPrivate("snug.db", "snug.db-wal", "snug.db-shm");
        }
    }

    private void assertPrivate(String... names) throws IOException {
        for (String name : names) {
            Path kept = folder.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }
}
