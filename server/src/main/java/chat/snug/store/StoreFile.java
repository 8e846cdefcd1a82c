package chat.snug.store;

import static chat.snug.store.StoreException.Reason.FOREIGN;
import static chat.snug.store.StoreException.Reason.NEWER;

import chat.snug.key.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file that everything is kept in: who made it, whether it is whole, and what stands in it.
 *
 * <p>It is in WAL mode with {@code synchronous=FULL}: a commit has reached the disk when it
 * returns. So what was committed survives the end of the process by whatever means, and a loss of
 * power as well, if the disk does what it says. ({@code NORMAL} would survive the end of the
 * process, too, but a loss of power could take the last commits along.) Because many writes share a
 * commit, the difference is some milliseconds until an echo, and nothing for anybody else.
 */
final class StoreFile {
    static final String NAME = "snug.db";

    private static final int FORMAT = 1;
    private static final int APPLICATION = 0x534E5547; // "SNUG"
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int FORMAT_AT = 60;
    private static final int APPLICATION_AT = 68;

    /** Up to this size every page is looked at on each start; it takes a moment. */
    private static final long CHECKED_BYTES = 16 << 20;

    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private static final List<String> SCHEMA =
            List.of(
                    // A log without a key is about to be deleted.
                    "CREATE TABLE log(id INTEGER PRIMARY KEY, key TEXT UNIQUE)",
                    """
                    CREATE TABLE author(id INTEGER PRIMARY KEY, nick TEXT NOT NULL,
                      user TEXT NOT NULL, host TEXT NOT NULL, account TEXT, bot INTEGER NOT NULL,
                      folded TEXT NOT NULL)
                    """,
                    "CREATE INDEX author_nick ON author(nick)",
                    """
                    CREATE TABLE event(seq INTEGER PRIMARY KEY, log INTEGER NOT NULL,
                      id TEXT NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL,
                      author INTEGER NOT NULL, text TEXT, extra TEXT)
                    """,
                    "CREATE UNIQUE INDEX event_id ON event(log, id)",
                    "CREATE INDEX event_time ON event(log, time)",
                    """
                    CREATE TABLE fact(kind TEXT NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
                      value TEXT NOT NULL, UNIQUE(kind, owner, key))
                    """,
                    // How far the events are in the index for searching.
                    "CREATE TABLE indexed(seq INTEGER NOT NULL)",
                    "INSERT INTO indexed VALUES(0)",
                    """
                    CREATE VIRTUAL TABLE search USING fts5(text, content='event',
                      content_rowid='seq', columnsize=0, tokenize='trigram')
                    """,
                    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)");

    private final Path path;
    private final int mostPages;

    StoreFile(Path folder, int mostPages) {
        this.path = folder.resolve(NAME);
        this.mostPages = mostPages;
    }

    Path path() {
        return path;
    }

    /**
     * Refuses a file that is not for this version, from its first bytes and without touching it.
     */
    void check() throws StoreException {
        ByteBuffer header = header();
        if (header == null) {
            return;
        }
        int application = header.getInt(APPLICATION_AT);
        int format = header.getInt(FORMAT_AT);
        if (application != APPLICATION && (application != 0 || format != 0)) {
            throw new StoreException(FOREIGN, path);
        }
        if (format > FORMAT) {
            throw new StoreException(NEWER, path);
        }
    }

    /** Null if there is no file yet, or one that does not look like any. */
    private @Nullable ByteBuffer header() throws StoreException {
        if (!Files.exists(path)) {
            return null;
        }
        byte[] bytes = new byte[HEADER_BYTES];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < HEADER_BYTES) {
                return null;
            }
            file.readFully(bytes);
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.NO_ACCESS, path, e);
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        return header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC)) ? header : null;
    }

    /** A connection to write with; makes what is missing in the file. */
    Connection openToWrite() throws SQLException {
        keepPrivate();
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            if (mostPages > 0) {
                statement.execute("PRAGMA max_page_count=" + mostPages);
            }
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA secure_delete=ON");
            if (number(statement, "PRAGMA user_version") == 0) {
                create(connection, statement);
            } else if (Files.size(path) <= CHECKED_BYTES) {
                checkPages(statement);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        } catch (IOException e) {
            connection.close();
            throw new SQLException(e);
        }
    }

    /**
     * What is said in private stands in it: nobody but the owner may read it, whoever may look into
     * the folder. What is made next to it has its permissions.
     */
    private void keepPrivate() {
        try {
            if (!Files.exists(path)) {
                PrivateFile.makeEmpty(path);
            }
            for (String part : PARTS) {
                Path file = path.resolveSibling(NAME + part);
                if (Files.exists(file)) {
                    PrivateFile.makePrivate(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be made private: {}", path, e.toString());
        }
    }

    /** A connection to read with, once the file is made. */
    Connection openToRead() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only=ON");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + path, new Properties());
        if (connection == null) {
            throw new SQLException("no driver for " + path);
        }
        return connection;
    }

    private static void create(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        for (String sql : SCHEMA) {
            statement.execute(sql);
        }
        statement.execute("PRAGMA application_id=" + APPLICATION);
        statement.execute("PRAGMA user_version=" + FORMAT);
        connection.commit();
        connection.setAutoCommit(true);
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void checkPages(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = result.next() ? result.getString(1) : "nothing";
            if (!found.equals("ok")) {
                throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
            }
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Gives a damaged file another name, so that a new one can be begun and nothing is lost. */
    Path setAside(long millis) throws StoreException {
        String suffix = ".damaged-" + WHEN.format(Instant.ofEpochMilli(millis));
        Path aside = path.resolveSibling(NAME + suffix);
        for (int i = 2; Files.exists(aside); i++) {
            aside = path.resolveSibling(NAME + suffix + "-" + i);
        }
        try {
            for (String part : PARTS) {
                Path from = path.resolveSibling(NAME + part);
                if (Files.exists(from)) {
                    Files.move(from, path.resolveSibling(aside.getFileName() + part));
                }
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.NO_ACCESS, path, e);
        }
        LOG.warn("{} is damaged. It was set aside as {}, and a new one is begun", path, aside);
        return aside;
    }

    /** What a failure means for the host. */
    StoreException explain(Exception failure) {
        return new StoreException(reason(failure), path, failure);
    }

    static StoreException.Reason reason(Exception failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return StoreException.Reason.OTHER;
        }
        return switch (sqlite.getResultCode().code & 0xFF) {
            case 11, 26 -> StoreException.Reason.DAMAGED; // CORRUPT, NOTADB
            case 13 -> StoreException.Reason.FULL;
            case 5, 6 -> StoreException.Reason.IN_USE; // BUSY, LOCKED
            case 3, 8, 14, 23 -> StoreException.Reason.NO_ACCESS; // PERM, READONLY, CANTOPEN, AUTH
            default -> StoreException.Reason.OTHER;
        };
    }
}
