package chat.snug.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes, {@code snug-store}. It takes all that waits and keeps it in one
 * transaction: however much is said, the disk is waited for once.
 *
 * <p>When that fails, everything of the transaction stays in memory and is tried again, first after
 * a moment, then less and less often. A failure that lasts longer than the host's patience is told,
 * once; so is its end.
 */
final class Writer implements Runnable {
    /** Until what can wait is done because nothing else happens. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** While much is said, it rests so many times as long from what has time as it did of it. */
    private static final int REST = 19;

    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int STEPS = 4;

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Statements statements;
    private final Recorder recorder;
    private final SearchIndex index;
    private final Chores chores;
    private final WriteQueue queue;
    private final Progress progress;
    private final StoreFile file;
    private final long patienceNanos;
    private final List<Write> batch = new ArrayList<>();
    private boolean busy = true;
    private boolean owesWork;
    private long workedUntil = System.nanoTime();
    private long worked;
    private long failingSince;

    Writer(
            Statements statements,
            Recorder recorder,
            SearchIndex index,
            Chores chores,
            WriteQueue queue,
            Progress progress,
            StoreFile file,
            long patienceNanos) {
        this.statements = statements;
        this.recorder = recorder;
        this.index = index;
        this.chores = chores;
        this.queue = queue;
        this.progress = progress;
        this.file = file;
        this.patienceNanos = patienceNanos;
    }

    @Override
    public void run() {
        try {
            while (turn()) {
                // until the end
            }
            if (chores.hasTraces()) {
                removeTraces();
            }
        } catch (InterruptedException _) {
            LOG.warn(
                    "{} was interrupted; what waits is not kept", Thread.currentThread().getName());
        }
    }

    /** Keeps what waits, and then does a bit of what has time; false if the end has come. */
    boolean turn() throws InterruptedException {
        ArrayDeque<Write> taken = queue.take(busy ? 0 : quietNanos());
        batch.addAll(taken);
        if (!batch.isEmpty() && !keepBatch()) {
            return false;
        }
        if (batch.isEmpty() && queue.isClosed() && queue.isEmpty()) {
            return false;
        }
        boolean idle = taken.isEmpty();
        if (idle || hasRested()) {
            long begun = System.nanoTime();
            boolean more = work(idle);
            workedUntil = System.nanoTime();
            worked = workedUntil - begun;
            busy = more && idle;
            owesWork = more && !busy;
        } else {
            busy = false;
            owesWork = true;
        }
        return true;
    }

    /** While much is said, what has time gets a small part of the time. */
    private boolean hasRested() {
        return System.nanoTime() - workedUntil >= REST * worked;
    }

    private long quietNanos() {
        return owesWork || index.isBehind() || chores.hasTraces() ? QUIET_NANOS : IDLE_NANOS;
    }

    /** Keeps what is in the batch, however long it takes; false if it cannot be before the end. */
    private boolean keepBatch() throws InterruptedException {
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            StoreException failure = inTransaction(this::applyBatch);
            if (failure == null) {
                batchKept();
                return true;
            }
            noteFailure(failure);
            answerQuestions();
            if (queue.isClosed()) {
                LOG.error("{}; {} last things are lost", failure.getMessage(), batch.size());
                return false;
            }
            queue.pause(Math.min(pause, Math.max(1, patienceLeft())));
            pause = Math.min(LONGEST_PAUSE_NANOS, 2 * pause);
            batch.addAll(queue.take(0));
        }
    }

    private void applyBatch() throws SQLException {
        for (int i = firstThatMatters(); i < batch.size(); i++) {
            recorder.apply(batch.get(i));
        }
    }

    /** What comes before everything is forgotten needs no place on a disk that may be full. */
    private int firstThatMatters() {
        for (int i = batch.size() - 1; i >= 0; i--) {
            if (batch.get(i) instanceof Write.AllForgotten) {
                return i;
            }
        }
        return 0;
    }

    private void batchKept() {
        if (progress.failure() != null) {
            progress.failure(null);
            LOG.info("What is said is kept again");
        }
        failingSince = 0;
        long bytes = 0;
        for (Write write : batch) {
            bytes += write.bytes();
            chores.noteWrite(write);
        }
        progress.done(batch.size(), bytes);
        answerQuestions();
        batch.clear();
    }

    private void answerQuestions() {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof Write.Asked(Runnable question)) {
                question.run();
                batch.set(i, new Write.Asked(() -> {}));
            }
        }
    }

    private void noteFailure(StoreException failure) {
        long now = System.nanoTime();
        if (failingSince == 0) {
            failingSince = now;
            LOG.debug("a commit failed", failure);
        }
        if (patienceLeft() <= 0 && progress.failure() == null) {
            LOG.warn("{}", failure.getMessage(), failure.getCause());
            progress.failure(failure);
        }
    }

    private long patienceLeft() {
        return progress.failure() != null
                ? LONGEST_PAUSE_NANOS
                : patienceNanos - (System.nanoTime() - failingSince);
    }

    /** Does a bit of what has time; false if nothing is left to do. */
    private boolean work(boolean idle) {
        boolean[] more = {false};
        StoreException failure =
                inTransaction(
                        () -> {
                            catchUp(idle);
                            more[0] = idle && index.isBehind();
                            more[0] |= chores.step();
                        });
        if (failure != null) {
            LOG.debug("work that has time failed", failure);
            return false;
        }
        if (idle && !more[0] && chores.hasTraces()) {
            removeTraces();
        }
        return more[0];
    }

    /** Takes a bit into the index, and more of it as long as nothing waits to be kept. */
    private void catchUp(boolean idle) throws SQLException {
        if (idle ? index.isBehind() : index.isFarBehind()) {
            index.step();
        }
        for (int i = 1; i < STEPS && idle && index.isFarBehind() && queue.isEmpty(); i++) {
            index.step();
        }
    }

    /** What was deleted may still stand in the log that SQLite writes ahead, and in free pages. */
    private void removeTraces() {
        try (Statement statement = statements.connection().createStatement()) {
            if (StoreFile.number(statement, "SELECT count(*) FROM log") == 0) {
                statements.reset();
                statement.execute("VACUUM");
            }
            if (StoreFile.number(statement, "PRAGMA wal_checkpoint(TRUNCATE)") == 0) {
                chores.tracesGone();
            }
        } catch (SQLException e) {
            LOG.warn("What was forgotten is still on the disk", file.explain(e));
            chores.tracesGone();
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private @Nullable StoreException inTransaction(Work work) {
        try {
            execute("BEGIN");
            work.run();
            execute("COMMIT");
            return null;
        } catch (SQLException | RuntimeException e) {
            StoreException failure = file.explain(e);
            rollBack();
            return failure;
        }
    }

    /** Statements that failed are of no use any more, and SQLite may have rolled back by itself. */
    private void rollBack() {
        try {
            statements.reset();
            execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("rolling back: {}", e.toString());
        }
        try {
            recorder.forgetAuthors();
            index.reload();
        } catch (SQLException e) {
            LOG.debug("the index cannot be read again", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = statements.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
