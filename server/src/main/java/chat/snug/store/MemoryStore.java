package chat.snug.store;

import chat.snug.room.LogMemory;
import chat.snug.room.MemoryRoomLog;
import chat.snug.room.RoomLog;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link Store} that lasts as long as the process, with a bound on what the logs may take. */
public final class MemoryStore implements Store {
    private final int eventsPerLog;
    private final LogMemory memory;
    private final Map<String, RoomLog> logs = new HashMap<>();
    private final Map<String, MemoryTable> tables = new HashMap<>();

    /**
     * @param eventsPerLog how many events of a log are kept
     * @param logBytes about how many bytes the events of all logs may take together
     */
    public MemoryStore(int eventsPerLog, int logBytes) {
        this(eventsPerLog, logBytes, Runnable::run);
    }

    /**
     * @param eventsPerLog how many events of a log are kept
     * @param logBytes about how many bytes the events of all logs may take together
     * @param portions does later, on the same thread, what would take long at once
     */
    public MemoryStore(int eventsPerLog, int logBytes, Executor portions) {
        this.eventsPerLog = eventsPerLog;
        this.memory = new LogMemory(logBytes, portions);
    }

    @Override
    public RoomLog log(String key) {
        return logs.computeIfAbsent(key, _ -> new MemoryRoomLog(eventsPerLog, memory));
    }

    @Override
    public Set<String> logs() {
        return Collections.unmodifiableSet(logs.keySet());
    }

    @Override
    public void forget(String key) {
        RoomLog log = logs.remove(key);
        if (log != null) {
            log.clear();
        }
    }

    @Override
    public void renameLog(String from, String to) {
        RoomLog log = logs.remove(from);
        if (log != null) {
            forget(to);
            logs.put(to, log);
        }
    }

    @Override
    public KeptTable table(String kind) {
        return tables.computeIfAbsent(kind, _ -> new MemoryTable());
    }

    @Override
    public void keepFor(@Nullable Duration age, int eventsPerLog) {
        // its size is bounded, and it ends with the server
    }

    @Override
    public void forgetEverything() {
        logs.values().forEach(RoomLog::clear);
        tables.values().forEach(MemoryTable::clear);
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public long lastTime() {
        return 0;
    }

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public boolean keepsUp() {
        return true;
    }

    @Override
    public @Nullable String trouble() {
        return null;
    }

    /** There is nothing that could fail. */
    @Override
    public void onFailure(Consumer<String> told) {}

    /** Nothing has to be waited for. */
    @Override
    public void afterCommit(Runnable task) {
        task.run();
    }

    /** There is nothing to end. */
    @Override
    public void close() {}
}
