package chat.snug.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that answers questions, one after the other, with a connection of its own. */
final class Reader {
    /** Something that is asked of the file. */
    interface Question<T extends @Nullable Object> {
        T ask(Statements statements) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final StoreFile file;
    private final Statements statements;
    private final ExecutorService thread;

    Reader(StoreFile file, String name) throws SQLException {
        this.file = file;
        this.statements = new Statements(file.openToRead());
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
    }

    /** May be called from any thread. */
    <T extends @Nullable Object> void ask(Question<T> question, CompletableFuture<T> answer) {
        thread.execute(() -> answer(question, answer));
    }

    private <T extends @Nullable Object> void answer(
            Question<T> question, CompletableFuture<T> answer) {
        try {
            answer.complete(question.ask(statements));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A question about what was kept cannot be answered", e);
            answer.completeExceptionally(file.explain(e));
        }
    }

    /** Answers what was asked, for so long at most; false if that was too short. */
    boolean close(long millis) throws InterruptedException, SQLException {
        thread.shutdown();
        if (!thread.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        statements.close();
        return true;
    }
}
