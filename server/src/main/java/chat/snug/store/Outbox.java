package chat.snug.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the loop has handed in to be kept, and what it does once that is kept. While nothing can be
 * kept, what is too much to hold is lost and told. Belongs to the loop's thread.
 */
final class Outbox {
    private record Waiting(long writes, Runnable task) {}

    private static final String KEPT_AGAIN = "What is said is kept again";

    /** So many times the usual queue is held in memory while nothing can be kept. */
    private static final int HELD_IN_NEED = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final StoreOptions options;
    private final Runnable rewriteFacts;
    private final WriteQueue queue = new WriteQueue();
    private final Progress progress;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long writes;
    private long lost;
    private boolean factsLost;
    private boolean failing;
    private Consumer<String> listener = _ -> {};
    private boolean closed;

    /**
     * @param rewriteFacts hands all facts in again, because some were lost
     */
    Outbox(StoreOptions options, Executor loop, Runnable rewriteFacts) {
        this.options = options;
        this.rewriteFacts = rewriteFacts;
        this.progress = new Progress(loop, this::progressed);
    }

    WriteQueue queue() {
        return queue;
    }

    Progress progress() {
        return progress;
    }

    /** False if there is no place for it. */
    boolean write(Write write) {
        if (closed) {
            return false;
        }
        if (holdsTooMuch()) {
            lost++;
            return false;
        }
        add(write);
        return true;
    }

    /** How many writes were taken. */
    long taken() {
        return writes;
    }

    /** How many of them are kept for good. */
    long kept() {
        return progress.done();
    }

    void writeFact(Write write) {
        if (holdsTooMuch()) {
            factsLost = true;
        } else {
            write(write);
        }
    }

    void ask(Write.Asked question) {
        add(question);
    }

    private void add(Write write) {
        writes++;
        progress.handedIn(write.bytes());
        queue.add(write);
    }

    private boolean holdsTooMuch() {
        return progress.failure() != null
                && progress.waitingBytes() > (long) HELD_IN_NEED * options.queueBytes();
    }

    /** Whether nothing can be kept at present. */
    boolean isFailing() {
        return progress.failure() != null;
    }

    boolean keepsUp() {
        return progress.waitingBytes() <= options.queueBytes() || progress.failure() != null;
    }

    boolean isSettled() {
        return progress.done() == writes || closed;
    }

    @Nullable String trouble() {
        StoreException failure = options.inMemoryIfNeedBe() ? null : progress.failure();
        return failure == null ? null : failure.getMessage();
    }

    void onFailure(Consumer<String> told) {
        listener = told;
    }

    void afterCommit(Runnable task) {
        if (isSettled() && waiting.isEmpty()) {
            task.run();
            return;
        }
        waiting.add(new Waiting(writes, task));
        progress.awaited(true);
        if (progress.done() == writes || progress.failure() != null) {
            runWaiting();
        }
    }

    /** When the writer has something to tell. */
    private void progressed() {
        progress.looking();
        tellListener();
        runWaiting();
        if (progress.failure() == null && factsLost) {
            factsLost = false;
            rewriteFacts.run();
        }
        if (progress.failure() == null && lost > 0) {
            LOG.warn("{} things that happened meanwhile were too many to be kept", lost);
            lost = 0;
        }
    }

    private void tellListener() {
        StoreException failure = progress.failure();
        if ((failure != null) != failing) {
            failing = failure != null;
            listener.accept(failure == null ? KEPT_AGAIN : failure.getMessage());
        }
    }

    private void runWaiting() {
        while (!waiting.isEmpty()
                && (waiting.getFirst().writes() <= progress.done() || progress.failure() != null)) {
            waiting.removeFirst().task().run();
        }
        if (waiting.isEmpty()) {
            progress.awaited(false);
        }
    }

    /** What was handed in is still kept, and nothing more is taken. */
    void close() {
        closed = true;
        queue.close();
    }
}
