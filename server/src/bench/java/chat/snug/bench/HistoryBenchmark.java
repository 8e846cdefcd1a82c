package chat.snug.bench;

import chat.snug.room.Author;
import chat.snug.room.EventIds;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long questions about a room take in which very much was said, and how much of the disk it
 * takes. {@code -Dbench.main=chat.snug.bench.HistoryBenchmark}.
 */
@Command(name = "history", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class HistoryBenchmark implements Callable<Integer> {
    private static final int WORDS = 20_000;
    private static final int PEOPLE = 200;
    private static final int WORDS_PER_MESSAGE = 9;
    private static final long SEED = 42;
    private static final long MILLIS_BETWEEN = 700;

    @Option(names = "--messages", defaultValue = "1000000", description = "In the room.")
    private int messages;

    @Option(names = "--asked", defaultValue = "200", description = "How often each is asked.")
    private int asked;

    @Option(names = "--folder", description = "Where to make the file; kept if it is given.")
    private Path folder = Path.of("");

    private final LinkedBlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final Random random = new Random(SEED);
    private final String[] words = new String[WORDS];
    private final Author[] people = new Author[PEOPLE];

    /** Fills a room and asks; see {@code --help}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new HistoryBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path where = folder.toString().isEmpty() ? Files.createTempDirectory("history") : folder;
        invent();
        String[] ids = new String[messages];
        try (SqliteStore store =
                SqliteStore.open(StoreOptions.in(where), loop::add, System::currentTimeMillis)) {
            RoomLog log = store.log("#bench");
            long begun = System.nanoTime();
            fill(store, log, ids);
            System.out.printf("filled: %.0f messages/s%n", messages / seconds(begun));
            begun = System.nanoTime();
            time("search, index far behind", () -> search(log, word()));
            time("LATEST 100 meanwhile", () -> log.select(Selection.latest(100)).join());
            awaitIndex(where);
            System.out.printf("the rest of the index: %.1f s%n", seconds(begun));
            ask(log, ids);
        }
        long bytes = size(where);
        System.out.printf(
                "on the disk: %.1f MB, %.0f bytes/message%n",
                bytes / 1e6, (double) bytes / messages);
        if (folder.toString().isEmpty()) {
            delete(where);
        }
        return 0;
    }

    /** Words as often as in a language: the n-th is said about 1/n times as often as the first. */
    private void invent() {
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            int length = 2 + random.nextInt(8);
            boolean chinese = i % 10 == 9;
            for (int c = 0; c < length; c++) {
                word.append(
                        chinese
                                ? (char) (0x4e00 + random.nextInt(3_000))
                                : (char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = new Author("person" + i, "user", "10.0.0." + i);
        }
    }

    private void fill(SqliteStore store, RoomLog log, String[] ids) throws InterruptedException {
        long[] now = {1_700_000_000_000L};
        EventIds eventIds = new EventIds(() -> now[0], 7);
        for (int i = 0; i < messages; i++) {
            now[0] += random.nextLong(2 * MILLIS_BETWEEN);
            long time = eventIds.now();
            ids[i] = eventIds.next(time);
            log.append(
                    new RoomEvent.Said(
                            ids[i],
                            time,
                            people[random.nextInt(PEOPLE)],
                            Speech.MESSAGE,
                            text(),
                            Map.of()));
            if (!store.keepsUp()) {
                await(store);
            }
        }
        await(store);
    }

    /** Looks from time to time how far the index is. */
    private static void awaitIndex(Path where) throws InterruptedException {
        String missing = "SELECT (SELECT max(seq) FROM event) - (SELECT seq FROM indexed)";
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + where.resolve("snug.db"));
                Statement statement = connection.createStatement()) {
            long rest = 1;
            while (rest > 0) {
                TimeUnit.MILLISECONDS.sleep(100);
                try (ResultSet result = statement.executeQuery(missing)) {
                    rest = result.next() ? result.getLong(1) : 0;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(SqliteStore store) throws InterruptedException {
        boolean[] done = {false};
        store.afterCommit(() -> done[0] = true);
        while (!done[0]) {
            loop.take().run();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS_PER_MESSAGE; i++) {
            text.append(text.isEmpty() ? "" : " ").append(word());
        }
        return text.toString();
    }

    private String word() {
        return words[(int) Math.pow(WORDS, random.nextDouble()) - 1];
    }

    private void ask(RoomLog log, String[] ids) {
        time("LATEST 100", () -> log.select(Selection.latest(100)).join());
        time(
                "BEFORE 100 of a msgid",
                () -> {
                    Point before = new Point.Id(ids[random.nextInt(messages)]);
                    return log.select(new Selection(null, before, true, 100, true)).join();
                });
        time(
                "AFTER 100 of a time",
                () -> {
                    Point after = new Point.Time(EventIds.time(ids[random.nextInt(messages)]));
                    return log.select(new Selection(after, null, false, 100, true)).join();
                });
        time("search one word", () -> search(log, word()));
        time("search two words", () -> search(log, word() + " " + word()));
        time("search a frequent word", () -> search(log, words[random.nextInt(10)]));
        time("search a rare word", () -> search(log, words[WORDS - 1 - random.nextInt(1_000)]));
        time("search what is not there", () -> search(log, "zzzzqqqq"));
        time("search two Chinese characters", () -> search(log, words[9].substring(0, 2)));
    }

    private static List<RoomEvent> search(RoomLog log, String text) {
        return log.search(new SearchQuery(text, null, null, null, 100)).join();
    }

    private void time(String what, Callable<List<RoomEvent>> question) {
        double[] millis = new double[asked];
        long found = 0;
        for (int i = 0; i < asked; i++) {
            long begun = System.nanoTime();
            try {
                found += question.call().size();
            } catch (Exception e) {
                throw new IllegalStateException(what, e);
            }
            millis[i] = seconds(begun) * 1_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-30s median %7.2f ms, p99 %8.2f ms, %5.1f found%n",
                what, millis[asked / 2], millis[asked * 99 / 100], (double) found / asked);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long size(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.mapToLong(path -> path.toFile().length()).sum();
        }
    }

    private static void delete(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(where);
    }
}
