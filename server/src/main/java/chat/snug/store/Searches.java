package chat.snug.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Searches that wait for the {@link SearchIndex} to have all that was kept before they were asked.
 * Meanwhile more is kept: nobody's echo waits for a search. Belongs to the writer's thread.
 */
final class Searches {
    private record Waiting(long seq, Runnable question) {}

    private final SearchIndex index;
    private final Executor reader;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /**
     * @param reader runs the questions
     */
    Searches(SearchIndex index, Executor reader) {
        this.index = index;
        this.reader = reader;
    }

    /** Everything that was handed in before is committed. */
    void add(Runnable question) {
        waiting.add(new Waiting(index.lastSeq(), question));
        answer();
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** Asks those that the index is ready for; to be called when that is committed. */
    void answer() {
        while (!waiting.isEmpty() && index.reaches(waiting.getFirst().seq())) {
            reader.execute(waiting.removeFirst().question());
        }
    }

    /** Asks all, whether the index is ready or not, because it will not be soon. */
    void answerAll() {
        while (!waiting.isEmpty()) {
            reader.execute(waiting.removeFirst().question());
        }
    }
}
