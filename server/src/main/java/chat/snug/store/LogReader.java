package chat.snug.store;

import chat.snug.room.Author;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds events of one log in the file. Belongs to the reader's thread. */
final class LogReader {
    /** So many messages are looked through for words that the index cannot find. */
    static final int LOOKED_THROUGH = 20_000;

    /** What the index can find has at least so many characters. */
    private static final int INDEXED_LENGTH = 3;

    private static final String COLUMNS =
            "e.id, e.time, e.kind, e.text, e.extra, a.nick, a.user, a.host, a.account, a.bot";
    private static final String EVENTS =
            "SELECT " + COLUMNS + " FROM event e CROSS JOIN author a ON a.id = e.author";
    private static final String HITS =
            "SELECT "
                    + COLUMNS
                    + " FROM search s CROSS JOIN event e ON e.seq = s.rowid"
                    + " CROSS JOIN author a ON a.id = e.author";

    private final Statements statements;
    private final long log;

    LogReader(Statements statements, long log) {
        this.statements = statements;
        this.log = log;
    }

    List<RoomEvent> select(Selection selection) throws SQLException {
        StringBuilder sql = new StringBuilder(EVENTS).append(" WHERE e.log = ?");
        List<Object> values = new ArrayList<>(List.of(log));
        if (!addBounds(sql, values, selection.after(), selection.before())) {
            return List.of();
        }
        sql.append(selection.messagesOnly() ? " AND e.kind IN (1, 2)" : " AND e.kind > 0");
        sql.append(" ORDER BY e.id")
                .append(selection.newestFirst() ? " DESC" : "")
                .append(" LIMIT ?");
        values.add(selection.limit());
        List<RoomEvent> events = new ArrayList<>();
        try (ResultSet row = statements.query(sql.toString(), values.toArray())) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        if (selection.newestFirst()) {
            Collections.reverse(events);
        }
        return events;
    }

    @Nullable RoomEvent find(String id) throws SQLException {
        String sql = EVENTS + " WHERE e.log = ? AND e.id = ? AND e.kind > 0";
        try (ResultSet row = statements.query(sql, log, id)) {
            return row.next() ? event(row) : null;
        }
    }

    /**
     * What fits, among all that is in the index and the newest of what is not in it yet. Two
     * readings of the file may see the index at different places, so the first one decides.
     */
    List<RoomEvent> search(SearchQuery query) throws SQLException {
        List<String> indexed =
                query.words().stream()
                        .filter(word -> word.codePointCount(0, word.length()) >= INDEXED_LENGTH)
                        .toList();
        List<RoomEvent> found = new ArrayList<>();
        if (indexed.isEmpty()) {
            lookThrough(query, found);
        } else {
            long upTo = statements.number(0, "SELECT seq FROM indexed");
            if (query.oldest()) {
                askIndex(query, indexed, upTo, found);
                lookBehindIndex(query, upTo, upTo + LOOKED_THROUGH, found);
            } else {
                long last = statements.number(0, "SELECT max(seq) FROM event");
                lookBehindIndex(query, Math.max(upTo, last - LOOKED_THROUGH), last, found);
                askIndex(query, indexed, upTo, found);
            }
        }
        if (!query.oldest()) {
            Collections.reverse(found);
        }
        return found;
    }

    private void lookThrough(SearchQuery query, List<RoomEvent> found) throws SQLException {
        StringBuilder sql = new StringBuilder(EVENTS).append(" WHERE e.log = ?");
        collect(query, sql, new ArrayList<>(List.of(log)), "e.id", found);
    }

    private void askIndex(SearchQuery query, List<String> words, long upTo, List<RoomEvent> found)
            throws SQLException {
        StringBuilder sql = new StringBuilder(HITS);
        sql.append(" WHERE s.search MATCH ? AND s.rowid <= ? AND e.log = ?");
        List<Object> values = new ArrayList<>(List.of(phrases(words), upTo, log));
        collect(query, sql, values, "s.rowid", found);
    }

    /** SQLite looks for the words that it compares as we do; the rest is looked at here. */
    private void lookBehindIndex(SearchQuery query, long from, long to, List<RoomEvent> found)
            throws SQLException {
        StringBuilder sql = new StringBuilder(EVENTS);
        sql.append(" WHERE e.seq > ? AND e.seq <= ? AND +e.log = ?");
        List<Object> values = new ArrayList<>(List.of(from, to, log));
        for (String word : query.words()) {
            if (word.chars().allMatch(c -> c < 128)) {
                sql.append(" AND (e.text LIKE ? ESCAPE '\\' OR instr(e.text, char(13)) > 0)");
                values.add('%' + word.replaceAll("[\\\\%_]", "\\\\$0") + '%');
            }
        }
        collect(query, sql, values, "e.seq", found);
    }

    private void collect(
            SearchQuery query,
            StringBuilder sql,
            List<Object> values,
            String order,
            List<RoomEvent> found)
            throws SQLException {
        if (found.size() >= query.limit()
                || !addBounds(sql, values, query.after(), query.before())) {
            return;
        }
        sql.append(" AND e.kind IN (1, 2)");
        if (query.from() != null) {
            sql.append(" AND a.folded = ?");
            values.add(SearchQuery.folded(query.from()));
        }
        sql.append(" ORDER BY ").append(order).append(query.oldest() ? "" : " DESC");
        sql.append(" LIMIT ?");
        values.add(LOOKED_THROUGH);
        Predicate<RoomEvent> fitting = query.fitting();
        try (ResultSet row = statements.query(sql.toString(), values.toArray())) {
            while (found.size() < query.limit() && row.next()) {
                RoomEvent event = event(row);
                if (fitting.test(event)) {
                    found.add(event);
                }
            }
        }
    }

    /** Every word as FTS5 takes a text that is to be found as it is. */
    private static String phrases(List<String> words) {
        StringBuilder phrases = new StringBuilder();
        for (String word : words) {
            phrases.append('"').append(word.replace("\"", "\"\"")).append("\" ");
        }
        return phrases.toString();
    }

    /** False if nothing can be between the bounds. */
    private boolean addBounds(
            StringBuilder sql, List<Object> values, @Nullable Point after, @Nullable Point before)
            throws SQLException {
        switch (after) {
            case null -> {
                // from the beginning
            }
            case Point.Id(String id) -> {
                sql.append(" AND e.id > ?");
                values.add(id);
            }
            case Point.Time(long millis) -> {
                String first = firstFrom("time > ?", millis);
                if (first == null) {
                    return false;
                }
                sql.append(" AND e.id >= ?");
                values.add(first);
            }
        }
        switch (before) {
            case null -> {
                // to the end
            }
            case Point.Id(String id) -> {
                sql.append(" AND e.id < ?");
                values.add(id);
            }
            case Point.Time(long millis) -> {
                String first = firstFrom("time >= ?", millis);
                if (first != null) {
                    sql.append(" AND e.id < ?");
                    values.add(first);
                }
            }
        }
        return true;
    }

    /** The events are in order of their time and of their id alike, so a time is a place. */
    private @Nullable String firstFrom(String condition, long millis) throws SQLException {
        return statements.text(
                "SELECT id FROM event WHERE log = ? AND "
                        + condition
                        + " ORDER BY time, seq LIMIT 1",
                log,
                millis);
    }

    private static RoomEvent event(ResultSet row) throws SQLException {
        Author author =
                new Author(
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10) != 0);
        return new EventRow(row.getInt(3), row.getString(4), row.getString(5))
                .event(row.getString(1), row.getLong(2), author);
    }
}
