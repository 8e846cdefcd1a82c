package chat.snug.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prepared statements of one connection, each made once. Belongs to one thread. */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> bySql = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** A statement with its values: texts, whole numbers and nulls. */
    PreparedStatement of(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = bySql.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            bySql.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, java.sql.Types.VARCHAR);
                case String text -> statement.setString(i + 1, text);
                case Number number -> statement.setLong(i + 1, number.longValue());
                case Object other -> throw new IllegalArgumentException(other.toString());
            }
        }
        return statement;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return of(sql, values).executeUpdate();
    }

    ResultSet query(String sql, @Nullable Object... values) throws SQLException {
        return of(sql, values).executeQuery();
    }

    /** The first number of the first row, or another if there is none. */
    long number(long otherwise, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet result = query(sql, values)) {
            return result.next() ? result.getLong(1) : otherwise;
        }
    }

    /** The first text of the first row, null if there is none. */
    @Nullable String text(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet result = query(sql, values)) {
            return result.next() ? result.getString(1) : null;
        }
    }

    /** Forgets all statements, which a changed schema makes useless. */
    void reset() throws SQLException {
        for (PreparedStatement statement : bySql.values()) {
            statement.close();
        }
        bySql.clear();
    }

    @Override
    public void close() throws SQLException {
        reset();
        connection.close();
    }
}
