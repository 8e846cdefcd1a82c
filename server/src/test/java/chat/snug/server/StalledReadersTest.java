package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerOptions;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Half of a room does not read while somebody talks without end: they are dropped with the reason,
 * and the others get everything in order. {@code -Dhostile.members=1000} is a large room.
 */
@Timeout(180)
class StalledReadersTest {
    private static final int MEMBERS = Integer.getInteger("hostile.members", 40);
    private static final int BATCH = 50;

    @Test
    void areDroppedAndTheOthersGetEverything() throws Exception {
        ServerOptions options = LiveServer.defaults();
        options = options.withLimits(options.limits().withQueueBytes(256 * 1024));
        List<WireClient> stalled = new ArrayList<>();
        AtomicInteger dropped = new AtomicInteger();
        Semaphore batchesHeard = new Semaphore(0);
        try (ChatServer server = ChatServer.start(options);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                WireClient talker = WireClient.connect(server.address())) {
            talker.register("talker").ask("JOIN #den");
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < MEMBERS / 2; i++) {
                WireClient lazy =
                        WireClient.connect(server.address(), InetAddress.getLoopbackAddress());
                lazy.register("lazy" + i).send("JOIN #den");
                stalled.add(lazy);
                WireClient reader = WireClient.connect(server.address());
                reader.register("reader" + i).send("JOIN #den");
                readers.add(threads.submit(reading(reader, batchesHeard, i == 0 ? dropped : null)));
            }
            talker.ask("PING all-are-in");

            int said = 0;
            while (dropped.get() < stalled.size()) {
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < BATCH; i++) {
                    lines.append("PRIVMSG #den :").append(said++).append(" x".repeat(200));
                    lines.append(i < BATCH - 1 ? "\r\n" : "");
                }
                talker.ask(lines.toString());
                assertThat(batchesHeard.tryAcquire(readers.size(), 60, TimeUnit.SECONDS))
                        .as("all who read have heard %d lines", said)
                        .isTrue();
            }
            talker.ask("PRIVMSG #den :end");
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isEqualTo(said);
            }
            System.out.printf(
                    "%d of %d did not read: dropped after %d KiB; the others got all%n",
                    stalled.size(), MEMBERS, said * 418 / 1024);
        } finally {
            stalled.forEach(WireClient::vanish);
        }
    }

    /** Reads to the end; how many lines were said, each of which comes behind the one before. */
    private static Callable<Integer> reading(
            WireClient reader, Semaphore batchesHeard, @Nullable AtomicInteger dropped) {
        return () -> {
            int next = 0;
            while (true) {
                String line = reader.next();
                int text = line.indexOf(" PRIVMSG #den :") + " PRIVMSG #den :".length();
                if (line.endsWith(" PRIVMSG #den :end")) {
                    reader.close();
                    return next;
                } else if (line.startsWith(":talker!") && line.contains(" PRIVMSG ")) {
                    int number = Integer.parseInt(line.substring(text, line.indexOf(' ', text)));
                    assertThat(number).isEqualTo(next++);
                    if (next % BATCH == 0) {
                        batchesHeard.release();
                    }
                } else if (dropped != null && line.contains(" QUIT :Send queue full")) {
                    dropped.incrementAndGet();
                }
            }
        };
    }
}
