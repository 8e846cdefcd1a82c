package chat.snug.store;

import chat.snug.room.Author;
import chat.snug.room.RoomEvent;
import chat.snug.room.SearchQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does to the file what a {@link Write} says. Belongs to the writer's thread. */
final class Recorder {
    private static final int AUTHORS_IN_MEMORY = 4096;

    private final Statements statements;
    private final SearchIndex index;
    private final Map<Author, Long> authors =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Author, Long> eldest) {
                    return size() > AUTHORS_IN_MEMORY;
                }
            };
    private long lastSeq;

    Recorder(Statements statements, SearchIndex index) throws SQLException {
        this.statements = statements;
        this.index = index;
        this.lastSeq =
                Math.max(statements.number(0, "SELECT max(seq) FROM event"), index.lastSeq());
    }

    /** Questions and what is too much are not its matter. */
    void apply(Write write) throws SQLException {
        switch (write) {
            case Write.Appended(long log, RoomEvent event) -> append(log, event);
            case Write.LogOpened(long log, String key) ->
                    statements.update("INSERT INTO log(id, key) VALUES(?, ?)", log, key);
            case Write.LogRenamed(long log, String key) ->
                    statements.update("UPDATE log SET key = ? WHERE id = ?", key, log);
            case Write.LogDropped(long log) ->
                    statements.update("UPDATE log SET key = NULL WHERE id = ?", log);
            case Write.Redacted(long log, String id) -> redact(log, id);
            case Write.FactSet set -> set(set.table(), set.owner(), set.key(), set.value());
            case Write.FactRemoved(String table, String owner, String key) ->
                    statements.update(
                            "DELETE FROM fact WHERE kind = ? AND owner = ? AND key = ?",
                            table,
                            owner,
                            key);
            case Write.OwnerRemoved(String table, String owner) ->
                    statements.update(
                            "DELETE FROM fact WHERE kind = ? AND owner = ?", table, owner);
            case Write.TableSet(String table, Map<String, Map<String, String>> facts) -> {
                statements.update("DELETE FROM fact WHERE kind = ?", table);
                for (Map.Entry<String, Map<String, String>> owner : facts.entrySet()) {
                    for (Map.Entry<String, String> fact : owner.getValue().entrySet()) {
                        set(table, owner.getKey(), fact.getKey(), fact.getValue());
                    }
                }
            }
            case Write.AllForgotten _ -> forgetAll();
            case Write.KeptFor _, Write.Asked _ -> {
                // when everything is written
            }
        }
    }

    private void set(String table, String owner, String key, String value) throws SQLException {
        statements.update(
                """
                INSERT INTO fact(kind, owner, key, value) VALUES(?, ?, ?, ?)
                ON CONFLICT(kind, owner, key) DO UPDATE SET value = excluded.value
                """,
                table,
                owner,
                key,
                value);
    }

    private void append(long log, RoomEvent event) throws SQLException {
        EventRow row = EventRow.of(event);
        statements.update(
                """
                INSERT OR IGNORE INTO event(seq, log, id, time, kind, author, text, extra)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ++lastSeq,
                log,
                event.id(),
                event.time(),
                row.kind(),
                author(event.author()),
                row.text(),
                row.extra());
        index.appended(lastSeq);
    }

    private long author(Author author) throws SQLException {
        Long known = authors.get(author);
        if (known != null) {
            return known;
        }
        long id =
                statements.number(
                        0,
                        """
                        SELECT id FROM author WHERE nick = ? AND user = ? AND host = ?
                        AND account IS ? AND bot = ?
                        """,
                        author.nick(),
                        author.user(),
                        author.host(),
                        author.account(),
                        author.bot() ? 1 : 0);
        if (id == 0) {
            id =
                    statements.number(
                            0,
                            """
                            INSERT INTO author(nick, user, host, account, bot, folded)
                            VALUES(?, ?, ?, ?, ?, ?) RETURNING id
                            """,
                            author.nick(),
                            author.user(),
                            author.host(),
                            author.account(),
                            author.bot() ? 1 : 0,
                            SearchQuery.folded(author.nick()));
        }
        authors.put(author, id);
        return id;
    }

    /** The row stays, so that nothing can take the place of what was redacted. */
    private void redact(long log, String id) throws SQLException {
        long seq = statements.number(0, "SELECT seq FROM event WHERE log = ? AND id = ?", log, id);
        if (seq != 0) {
            index.remove(seq);
            statements.update(
                    "UPDATE event SET kind = 0, text = NULL, extra = NULL WHERE seq = ?", seq);
        }
    }

    /** Deletes up to so many events of a log that are among its oldest. */
    int delete(long log, String condition, Object bound, int most) throws SQLException {
        int deleted = 0;
        long[] seqs = new long[most];
        try (ResultSet result =
                statements.query(
                        "SELECT seq FROM event WHERE log = ? AND " + condition + " LIMIT ?",
                        log,
                        bound,
                        most)) {
            while (result.next()) {
                seqs[deleted++] = result.getLong(1);
            }
        }
        for (int i = 0; i < deleted; i++) {
            index.remove(seqs[i]);
            statements.update("DELETE FROM event WHERE seq = ?", seqs[i]);
        }
        return deleted;
    }

    /** Those of whom nothing is left. */
    void deleteStrangers() throws SQLException {
        authors.clear();
        statements.update("DELETE FROM author WHERE id NOT IN (SELECT author FROM event)");
    }

    private void forgetAll() throws SQLException {
        try (Statement statement = statements.connection().createStatement()) {
            statement.execute("INSERT INTO search(search) VALUES('delete-all')");
            statement.execute("DELETE FROM event");
            statement.execute("DELETE FROM author");
            statement.execute("DELETE FROM log");
            statement.execute("DELETE FROM fact");
        }
        forgetAuthors();
    }

    /** What was learnt in a transaction that failed is not so. */
    void forgetAuthors() {
        authors.clear();
    }
}
