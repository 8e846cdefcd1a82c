package chat.snug.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is deleted bit by bit, between one commit and the next, so that nobody waits for it: logs
 * that were dropped, and events that are older or more than the host wants to keep. Belongs to the
 * writer's thread.
 */
final class Chores {
    private static final int STEP = 256;
    private static final long ROUND_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int ROUND_APPENDS = 2_000;

    private final Statements statements;
    private final Recorder recorder;
    private final LongSupplier millis;
    private final Deque<Long> toTrim = new ArrayDeque<>();
    private @Nullable Duration age;
    private int eventsPerLog;
    private long nextRound;
    private int appends;
    private boolean droppedLogs = true;
    private boolean strangers;
    private boolean traces;

    Chores(Statements statements, Recorder recorder, StoreOptions options, LongSupplier millis) {
        this.statements = statements;
        this.recorder = recorder;
        this.age = options.age();
        this.eventsPerLog = options.eventsPerLog();
        this.millis = millis;
    }

    /** Notes what a write leaves to be done. */
    void noteWrite(Write write) {
        switch (write) {
            case Write.LogDropped _ -> droppedLogs = true;
            case Write.Redacted _, Write.AllForgotten _ -> traces = true;
            case Write.Appended _ -> appends++;
            case Write.KeptFor(Duration newAge, int number) -> {
                age = newAge;
                eventsPerLog = number;
                nextRound = Long.MIN_VALUE;
            }
            case Write.LogOpened _,
                    Write.LogRenamed _,
                    Write.FactSet _,
                    Write.FactRemoved _,
                    Write.OwnerRemoved _,
                    Write.TableSet _,
                    Write.Asked _ -> {
                // leaves nothing
            }
        }
    }

    /** Whether something was forgotten whose traces are still in the file beside the main one. */
    boolean hasTraces() {
        return traces;
    }

    void tracesGone() {
        traces = false;
    }

    /** Does some of it; false if there is nothing to do now. */
    boolean step() throws SQLException {
        if (droppedLogs) {
            eraseLog();
            return true;
        }
        if (strangers) {
            strangers = false;
            recorder.deleteStrangers();
            traces = true;
            return true;
        }
        if (age == null && eventsPerLog == 0) {
            return false;
        }
        if (toTrim.isEmpty() && (millis.getAsLong() >= nextRound || appends >= ROUND_APPENDS)) {
            beginRound();
        }
        Long log = toTrim.peek();
        if (log == null) {
            return false;
        }
        if (!trim(log)) {
            toTrim.remove();
        }
        return true;
    }

    private void eraseLog() throws SQLException {
        long log = statements.number(0, "SELECT id FROM log WHERE key IS NULL LIMIT 1");
        if (log == 0) {
            droppedLogs = false;
        } else if (recorder.delete(log, "seq > ?", 0, STEP) < STEP) {
            statements.update("DELETE FROM log WHERE id = ?", log);
            strangers = true;
        }
    }

    private void beginRound() throws SQLException {
        nextRound = millis.getAsLong() + ROUND_MILLIS;
        appends = 0;
        try (ResultSet result = statements.query("SELECT id FROM log")) {
            while (result.next()) {
                toTrim.add(result.getLong(1));
            }
        }
    }

    /** Deletes some events that are too many in a log; false if there are none left. */
    private boolean trim(long log) throws SQLException {
        Duration longest = age;
        if (longest != null) {
            long oldest = millis.getAsLong() - longest.toMillis();
            if (recorder.delete(log, "time < ?", oldest, STEP) > 0) {
                strangers = true;
                return true;
            }
        }
        String newestTooMany = eventsPerLog == 0 ? null : newestTooMany(log);
        if (newestTooMany != null && recorder.delete(log, "id <= ?", newestTooMany, STEP) > 0) {
            strangers = true;
            return true;
        }
        return false;
    }

    private @Nullable String newestTooMany(long log) throws SQLException {
        return statements.text(
                "SELECT id FROM event WHERE log = ? ORDER BY id DESC LIMIT 1 OFFSET ?",
                log,
                eventsPerLog);
    }
}
