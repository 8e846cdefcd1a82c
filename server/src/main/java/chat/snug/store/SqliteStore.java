package chat.snug.store;

import chat.snug.room.RoomLog;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Store} in a file of SQLite. What {@link #afterCommit} has reported is there again after
 * any end of the process, and after a loss of power; see {@link StoreFile} for what that costs.
 *
 * <p>Threads: the loop, to which all methods of the store, its logs and tables belong, hands writes
 * to {@code snug-store}, which keeps all that wait in one transaction. Questions are answered by
 * {@code snug-store-reader} and {@code snug-store-searcher} with connections of their own, so that
 * none waits for a transaction unless it asks for what is in it, and none for a search.
 */
public final class SqliteStore implements Store {
    private static final String WRITER_THREAD = "snug-store";
    private static final String READER_THREAD = "snug-store-reader";
    private static final String SEARCHER_THREAD = "snug-store-searcher";
    private static final long CLOSE_WAIT_MILLIS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final FolderLock lock;
    private final StoreFile file;
    private final Reader reader;
    private final Reader searcher;
    private final Statements writing;
    private final @Nullable Path setAside;
    private final Outbox outbox;
    private final boolean goesOnInMemory;
    private final Thread writer;
    private final Map<String, SqliteLog> logs = new HashMap<>();
    private final Map<String, SqliteTable> tables = new HashMap<>();
    private long lastLog;
    private long lastTime;
    private boolean closed;

    private SqliteStore(
            StoreOptions options,
            FolderLock lock,
            StoreFile file,
            @Nullable Path setAside,
            Statements writing,
            Executor loop,
            LongSupplier millis)
            throws SQLException {
        this.lock = lock;
        this.file = file;
        this.setAside = setAside;
        this.writing = writing;
        this.goesOnInMemory = options.inMemoryIfNeedBe();
        this.outbox = new Outbox(options, loop, this::rewriteFacts);
        load(writing); // the logs of the file know what is not in it yet, like those to come
        SearchIndex index = new SearchIndex(writing, SearchIndex.STEP);
        Recorder recorder = new Recorder(writing, index);
        this.reader = new Reader(file, READER_THREAD);
        this.searcher = new Reader(file, SEARCHER_THREAD);
        this.writer =
                new Thread(
                        new Writer(
                                writing,
                                recorder,
                                index,
                                new Chores(writing, recorder, options, millis),
                                outbox.queue(),
                                outbox.progress(),
                                file,
                                options.patience().toNanos()),
                        WRITER_THREAD);
    }

    /**
     * Opens the store of a folder; a damaged file is set aside and a new one begun. Blocks for a
     * moment.
     *
     * @param loop runs tasks on the thread that all methods will be called by
     * @param millis the wall clock, in milliseconds of the epoch
     * @throws StoreException if nothing can be kept there, with a sentence for the host
     */
    public static SqliteStore open(StoreOptions options, Executor loop, LongSupplier millis)
            throws StoreException {
        FolderLock lock = FolderLock.take(options.folder());
        StoreFile file = new StoreFile(options.folder(), options.mostPages());
        try {
            file.check();
            SqliteStore store;
            try {
                store = open(options, lock, file, null, loop, millis);
            } catch (SQLException e) {
                if (StoreFile.reason(e) != StoreException.Reason.DAMAGED) {
                    throw e;
                }
                LOG.debug("damaged", e);
                Path aside = file.setAside(millis.getAsLong());
                store = open(options, lock, file, aside, loop, millis);
            }
            store.writer.start();
            return store;
        } catch (SQLException e) {
            lock.close();
            throw file.explain(e);
        } catch (StoreException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SqliteStore open(
            StoreOptions options,
            FolderLock lock,
            StoreFile file,
            @Nullable Path setAside,
            Executor loop,
            LongSupplier millis)
            throws SQLException {
        Statements writing = new Statements(file.openToWrite());
        try {
            return new SqliteStore(options, lock, file, setAside, writing, loop, millis);
        } catch (SQLException | RuntimeException e) {
            writing.close();
            throw e;
        }
    }

    private void load(Statements statements) throws SQLException {
        lastLog = statements.number(0, "SELECT max(id) FROM log");
        lastTime = statements.number(0, "SELECT max(time) FROM event WHERE seq > 0");
        String saidLast =
                """
                SELECT id, key, (SELECT time FROM event e WHERE e.log = log.id
                  AND e.kind IN (0, 1, 2) ORDER BY e.id DESC LIMIT 1) FROM log
                WHERE key IS NOT NULL
                """;
        try (ResultSet row = statements.query(saidLast)) {
            while (row.next()) {
                String key = row.getString(2);
                logs.put(key, log(key, row.getLong(1), true, row.getLong(3)));
            }
        }
        try (ResultSet row =
                statements.query("SELECT kind, owner, key, value FROM fact ORDER BY rowid")) {
            while (row.next()) {
                sqliteTable(row.getString(1))
                        .loaded(row.getString(2), row.getString(3), row.getString(4));
            }
        }
    }

    /** Where a damaged file was put when this store was opened, null if there was none. */
    public @Nullable Path setAside() {
        return setAside;
    }

    @Override
    public boolean lasts() {
        return true;
    }

    @Override
    public long lastTime() {
        return lastTime;
    }

    // ---- logs and tables

    @Override
    public RoomLog log(String key) {
        return logs.computeIfAbsent(key, k -> log(k, nextLog(), false, 0));
    }

    private SqliteLog log(String key, long number, boolean open, long lastSaid) {
        return new SqliteLog(
                this, key, number, open, lastSaid, goesOnInMemory ? new Unkept(outbox) : null);
    }

    long nextLog() {
        return ++lastLog;
    }

    @Override
    public Set<String> logs() {
        return Collections.unmodifiableSet(logs.keySet());
    }

    @Override
    public void forget(String key) {
        SqliteLog log = logs.remove(key);
        if (log != null) {
            log.clear();
        }
    }

    @Override
    public void renameLog(String from, String to) {
        SqliteLog log = logs.remove(from);
        if (log != null) {
            forget(to);
            log.moveTo(to);
            logs.put(to, log);
        }
    }

    @Override
    public void keepFor(@Nullable Duration age, int eventsPerLog) {
        write(new Write.KeptFor(age, eventsPerLog));
    }

    @Override
    public void forgetEverything() {
        write(new Write.AllForgotten());
        logs.values().forEach(SqliteLog::forgotten);
        tables.values().forEach(SqliteTable::forgotten);
    }

    @Override
    public KeptTable table(String kind) {
        return sqliteTable(kind);
    }

    private SqliteTable sqliteTable(String kind) {
        return tables.computeIfAbsent(kind, k -> new SqliteTable(this, k));
    }

    // ---- writing

    void write(Write write) {
        outbox.write(write);
    }

    /** False if there is no place for it. */
    boolean isTaken(Write write) {
        return outbox.write(write);
    }

    void writeFact(Write write) {
        outbox.writeFact(write);
    }

    private void rewriteFacts() {
        tables.values().forEach(SqliteTable::rewrite);
    }

    @Override
    public boolean keepsUp() {
        return outbox.keepsUp();
    }

    @Override
    public boolean isSettled() {
        return outbox.isSettled();
    }

    @Override
    public @Nullable String trouble() {
        return outbox.trouble();
    }

    @Override
    public void afterCommit(Runnable task) {
        outbox.afterCommit(task);
    }

    @Override
    public void onFailure(Consumer<String> told) {
        outbox.onFailure(told);
    }

    // ---- asking

    /**
     * While nothing can be kept nobody waits for it. Where the room goes on in memory nobody ever
     * waits: what is not in the file yet is known, see {@link Unkept}.
     *
     * @param search whether it may take a while, and no other question is to wait for it
     */
    <T extends @Nullable Object> CompletableFuture<T> ask(
            boolean search, Reader.Question<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (closed) {
            answer.completeExceptionally(new IllegalStateException("the store is closed"));
            return answer;
        }
        Reader asked = search ? searcher : reader;
        if (goesOnInMemory || outbox.isFailing() || isSettled()) {
            asked.ask(question, answer);
        } else {
            outbox.ask(new Write.Asked(() -> asked.ask(question, answer)));
        }
        return answer;
    }

    // ---- the end

    /** Keeps what waits, for some seconds at most. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        outbox.close();
        try {
            writer.join(CLOSE_WAIT_MILLIS);
            boolean answered = reader.close(CLOSE_WAIT_MILLIS) && searcher.close(CLOSE_WAIT_MILLIS);
            if (!answered || writer.isAlive()) {
                LOG.warn("{} does not end: the disk does not answer", WRITER_THREAD);
                return;
            }
            writing.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("{}", file.explain(e).getMessage(), e);
        } finally {
            lock.close();
        }
    }
}
