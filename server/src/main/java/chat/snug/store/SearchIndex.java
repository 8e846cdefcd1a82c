package chat.snug.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The index that finds words, an FTS5 table of trigrams, so that it knows no language and every
 * one. What is said goes into it some time after it was kept, many messages at once: that costs a
 * fraction of doing it one by one, and no echo waits for it; {@link LogReader} looks through the
 * newest of what is not in it yet. How far the index is stands in the file and is committed with
 * it, so that it is right after any end of the process.
 *
 * <p>Belongs to the writer's thread.
 */
final class SearchIndex {
    /** So many rows are looked at in one step, which takes some milliseconds. */
    static final int STEP = 256;

    private final Statements statements;
    private final int rowsPerStep;
    private long indexedSeq;
    private long lastSeq;

    SearchIndex(Statements statements, int rowsPerStep) throws SQLException {
        this.statements = statements;
        this.rowsPerStep = rowsPerStep;
        reload();
    }

    /** After a transaction that failed. */
    void reload() throws SQLException {
        indexedSeq = statements.number(0, "SELECT seq FROM indexed");
        lastSeq = Math.max(indexedSeq, statements.number(0, "SELECT max(seq) FROM event"));
    }

    long lastSeq() {
        return lastSeq;
    }

    void appended(long seq) {
        lastSeq = seq;
    }

    /** Whether so much waits for the index that it should not wait longer. */
    boolean isFarBehind() {
        return lastSeq - indexedSeq >= rowsPerStep;
    }

    boolean isBehind() {
        return lastSeq > indexedSeq;
    }

    /** Takes some of what waits into the index. */
    void step() throws SQLException {
        long upTo = Math.min(lastSeq, indexedSeq + rowsPerStep);
        statements.update(
                """
                INSERT INTO search(rowid, text) SELECT seq, replace(text, char(13), '') FROM event
                WHERE seq > ? AND seq <= ? AND kind IN (1, 2)
                """,
                indexedSeq,
                upTo);
        statements.update("UPDATE indexed SET seq = ?", upTo);
        indexedSeq = upTo;
    }

    /** Takes an event out, as long as its text is still there. */
    void remove(long seq) throws SQLException {
        if (seq > indexedSeq) {
            return;
        }
        String text = text(seq);
        if (text != null) {
            statements.update(
                    "INSERT INTO search(search, rowid, text) VALUES('delete', ?, ?)",
                    seq,
                    EventRow.searchable(text));
        }
    }

    private @Nullable String text(long seq) throws SQLException {
        try (ResultSet result =
                statements.query("SELECT kind, text FROM event WHERE seq = ?", seq)) {
            return result.next() && EventRow.isSpeech(result.getInt(1))
                    ? result.getString(2)
                    : null;
        }
    }
}
