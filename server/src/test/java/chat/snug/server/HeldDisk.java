package chat.snug.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A disk that takes nothing until it is let go: somebody else writes to the file of the store. */
final class HeldDisk implements AutoCloseable {
    private final Connection writer;

    private HeldDisk(Connection writer) {
        this.writer = writer;
    }

    /** From now on nothing is kept in a folder. */
    static HeldDisk of(Path folder) throws SQLException {
        HeldDisk held =
                new HeldDisk(
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("snug.db")));
        try (Statement statement = held.writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            return held;
        } catch (SQLException e) {
            held.writer.close();
            throw e;
        }
    }

    /** It takes what waits. */
    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
