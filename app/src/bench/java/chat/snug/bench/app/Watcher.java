package chat.snug.bench.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Looks every few milliseconds at what a thread does, and remembers it for as long as it is asked
 * for: to know what a long pause was spent with.
 */
final class Watcher implements AutoCloseable {
    private static final long BETWEEN_MILLIS = 3;
    private static final int KEPT = 400;
    private static final int FRAMES = 60;

    private final Thread watched;
    private final Thread watching = new Thread(this::watch, "bench-watcher");
    private final List<Seen> seen = new ArrayList<>();
    private volatile boolean ended;

    private record Seen(long nanos, List<StackTraceElement> stack) {}

    /** Begins to look at a thread. */
    Watcher(Thread watched) {
        this.watched = watched;
        watching.setDaemon(true);
        watching.start();
    }

    private void watch() {
        try {
            while (!ended) {
                Seen now = new Seen(System.nanoTime(), List.of(watched.getStackTrace()));
                synchronized (seen) {
                    seen.add(now);
                    if (seen.size() > KEPT) {
                        seen.removeFirst();
                    }
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it did since a time of {@link System#nanoTime}, from the outermost call inwards. */
    List<String> since(long nanos) {
        synchronized (seen) {
            return seen.stream()
                    .filter(one -> one.nanos() >= nanos)
                    .map(
                            one ->
                                    (one.nanos() - nanos) / 1_000_000
                                            + " ms: "
                                            + one.stack().stream()
                                                    .limit(FRAMES)
                                                    .map(Watcher::brief)
                                                    .collect(Collectors.joining(" < ")))
                    .toList();
        }
    }

    private static String brief(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
    }

    @Override
    public void close() {
        ended = true;
        watching.interrupt();
    }
}
