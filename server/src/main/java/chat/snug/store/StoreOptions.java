package chat.snug.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SqliteStore} keeps what it is given. Immutable: each {@code with} method gives a
 * copy.
 *
 * @param folder where the file is
 * @param age after which an event is forgotten, null for never
 * @param eventsPerLog how many events of a log are kept, the newest; 0 for all
 * @param inMemoryIfNeedBe whether the room goes on when nothing can be kept any more: messages are
 *     then acknowledged without having been kept. If not, nothing is acknowledged until it is kept
 * @param queueBytes about how many bytes may wait to be kept before clients have to wait; when
 *     nothing can be kept, four times as many are held in memory and the rest is not kept
 * @param patience how long a failure may last before it is told and no longer waited for
 * @param mostPages how many pages of 4 KiB the file may have, 0 for any number
 */
public record StoreOptions(
        Path folder,
        @Nullable Duration age,
        int eventsPerLog,
        boolean inMemoryIfNeedBe,
        int queueBytes,
        Duration patience,
        int mostPages) {
    private static final int QUEUE_BYTES = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Everything is kept for good, in a folder. */
    public static StoreOptions in(Path folder) {
        return new StoreOptions(folder, null, 0, false, QUEUE_BYTES, PATIENCE, 0);
    }

    /** Whether something was kept there before. Blocks for a moment. */
    public boolean isThere() {
        return Files.exists(folder.resolve(StoreFile.NAME));
    }

    /** How long events are kept, null for good. */
    public StoreOptions withAge(@Nullable Duration newAge) {
        return new StoreOptions(
                folder, newAge, eventsPerLog, inMemoryIfNeedBe, queueBytes, patience, mostPages);
    }

    /** How many events of a log are kept, 0 for all. */
    public StoreOptions withEventsPerLog(int number) {
        return new StoreOptions(
                folder, age, number, inMemoryIfNeedBe, queueBytes, patience, mostPages);
    }

    /** Whether the room goes on when nothing can be kept. */
    public StoreOptions withInMemoryIfNeedBe(boolean allowed) {
        return new StoreOptions(
                folder, age, eventsPerLog, allowed, queueBytes, patience, mostPages);
    }

    /** What may wait to be kept. */
    public StoreOptions withQueueBytes(int bytes) {
        return new StoreOptions(
                folder, age, eventsPerLog, inMemoryIfNeedBe, bytes, patience, mostPages);
    }

    /** How long a failure is waited for. */
    public StoreOptions withPatience(Duration newPatience) {
        return new StoreOptions(
                folder, age, eventsPerLog, inMemoryIfNeedBe, queueBytes, newPatience, mostPages);
    }

    /** How large the file may become. */
    public StoreOptions withMostPages(int pages) {
        return new StoreOptions(
                folder, age, eventsPerLog, inMemoryIfNeedBe, queueBytes, patience, pages);
    }
}
