package chat.snug.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer does in which order, turn by turn, with an index that is slow. */
class WriterTest {
    private static final int MESSAGES = 200;

    @TempDir private Path folder;
    private final WriteQueue queue = new WriteQueue();
    private final Progress progress = new Progress(Runnable::run, () -> {});
    private final List<String> answered = new ArrayList<>();
    private Statements statements;
    private Writer writer;
    private int handedIn;

    @BeforeEach
    void begin() throws SQLException {
        StoreOptions options = StoreOptions.in(folder);
        StoreFile file = new StoreFile(folder, 0);
        statements = new Statements(file.openToWrite());
        SearchIndex index = new SearchIndex(statements, 1);
        Recorder recorder = new Recorder(statements, index);
        writer =
                new Writer(
                        statements,
                        recorder,
                        index,
                        new Chores(statements, recorder, options, () -> 1_000_000),
                        queue,
                        progress,
                        file,
                        Duration.ofSeconds(1).toNanos());
        hand(new Write.LogOpened(1, "#den"));
        for (int i = 0; i < MESSAGES; i++) {
            say(i);
        }
    }

    @AfterEach
    void end() throws SQLException {
        statements.close();
    }

    private void hand(Write write) {
        handedIn++;
        progress.handedIn(write.bytes());
        queue.add(write);
    }

    private void say(int i) {
        hand(new Write.Appended(1, StoreContract.said(i, StoreContract.ANN, "word " + i)));
    }

    private void ask(String name) {
        hand(new Write.Asked(() -> answered.add(name)));
    }

    private long indexed() throws SQLException {
        return statements.number(-1, "SELECT seq FROM indexed");
    }

    @Test
    void commitsAndQuestionsDoNotWaitForTheIndex() throws Exception {
        writer.turn();
        for (int i = MESSAGES; i < MESSAGES + 5; i++) {
            say(i);
            ask("question " + i);

            writer.turn();

            assertThat(progress.done()).isEqualTo(handedIn);
            assertThat(answered).last().isEqualTo("question " + i);
        }
        assertThat(indexed()).isPositive().isLessThan(MESSAGES);
    }

    @Test
    void theIndexCatchesUpWhenNothingIsSaid() throws Exception {
        for (int turn = 0; turn < MESSAGES && indexed() < MESSAGES; turn++) {
            writer.turn();
        }
        assertThat(indexed()).isEqualTo(MESSAGES);
    }

    @Test
    void noQuestionIsLeftUnansweredAtTheEnd() {
        ask("first");
        ask("second");
        queue.close();
        writer.run();

        assertThat(answered).containsExactly("first", "second");
        assertThat(progress.done()).isEqualTo(handedIn);
    }
}
