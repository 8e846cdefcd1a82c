package chat.snug.store;

import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Store} for a host who wants nothing kept of what is said: facts go to another store, and
 * all logs are empty. What that store knows from earlier stays there and is not shown.
 */
public final class FactsOnlyStore implements Store {
    /** What is appended here is gone. */
    private enum EmptyLog implements RoomLog {
        LOG;

        @Override
        public void append(RoomEvent event) {}

        @Override
        public void clear() {}

        @Override
        public CompletableFuture<List<RoomEvent>> select(Selection selection) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<@Nullable RoomEvent> find(String id) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void redact(String id) {}

        @Override
        public CompletableFuture<List<RoomEvent>> search(SearchQuery query) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public long lastSaid() {
            return 0;
        }
    }

    private final Store facts;

    /**
     * @param facts keeps the facts
     */
    public FactsOnlyStore(Store facts) {
        this.facts = facts;
    }

    @Override
    public RoomLog log(String key) {
        return EmptyLog.LOG;
    }

    @Override
    public Set<String> logs() {
        return Set.of();
    }

    @Override
    public void forget(String key) {
        facts.forget(key);
    }

    @Override
    public void renameLog(String from, String to) {}

    @Override
    public KeptTable table(String kind) {
        return facts.table(kind);
    }

    @Override
    public void keepFor(@Nullable Duration age, int eventsPerLog) {
        facts.keepFor(age, eventsPerLog);
    }

    @Override
    public void forgetEverything() {
        facts.forgetEverything();
    }

    @Override
    public boolean lasts() {
        return facts.lasts();
    }

    @Override
    public long lastTime() {
        return facts.lastTime();
    }

    @Override
    public boolean isSettled() {
        return facts.isSettled();
    }

    @Override
    public boolean keepsUp() {
        return facts.keepsUp();
    }

    @Override
    public @Nullable String trouble() {
        return facts.trouble();
    }

    @Override
    public void onFailure(Consumer<String> told) {
        facts.onFailure(told);
    }

    @Override
    public void afterCommit(Runnable task) {
        facts.afterCommit(task);
    }

    @Override
    public void close() {
        facts.close();
    }
}
