package chat.snug.bench.app;

import chat.snug.room.Author;
import chat.snug.room.EventIds;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/** A data folder with a room in which much was said, made by the store itself. */
final class KeptRoom {
    private static final int PEOPLE = 40;
    private static final long MILLIS_BETWEEN = 350;

    private KeptRoom() {}

    /** Makes it, or takes the one of an earlier run. */
    static void fill(Path folder, String key, int messages)
            throws IOException, InterruptedException {
        Path mark = folder.resolve("filled-" + messages);
        if (Files.exists(mark)) {
            return;
        }
        Files.createDirectories(folder);
        LinkedBlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
        long[] now = {System.currentTimeMillis() - messages * MILLIS_BETWEEN};
        EventIds ids = new EventIds(() -> now[0], 7);
        try (SqliteStore store =
                SqliteStore.open(StoreOptions.in(folder), loop::add, System::currentTimeMillis)) {
            RoomLog log = store.log(key);
            for (int i = 0; i < messages; i++) {
                now[0] += MILLIS_BETWEEN;
                long time = ids.now();
                log.append(
                        new RoomEvent.Said(
                                ids.next(time),
                                time,
                                new Author("person" + i / 3 % PEOPLE, "user", "10.0.0.1"),
                                RoomEvent.Speech.MESSAGE,
                                words(i),
                                Map.of()));
                if (!store.keepsUp() || i == messages - 1) {
                    boolean[] done = {false};
                    store.afterCommit(() -> done[0] = true);
                    while (!done[0]) {
                        loop.take().run();
                    }
                }
            }
        }
        Files.createFile(mark);
    }

    /** Of one line to three, with a link now and then. */
    static String words(long n) {
        StringBuilder text = new StringBuilder("n=").append(n);
        for (long i = 0; i < 4 + n * 7 % 23; i++) {
            text.append(" word").append((n + i) * 31 % 977);
        }
        return n % 50 == 0
                ? text.append(" https://example.org/").append(n).toString()
                : text.toString();
    }
}
