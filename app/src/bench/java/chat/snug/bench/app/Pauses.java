package chat.snug.bench.app;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Knocks at the JavaFX thread all the time and measures how long nobody opens. */
final class Pauses {
    private static final long BETWEEN_MILLIS = 2;

    /**
     * With this system property every pause longer than so many ms tells what it was spent with.
     */
    private static final long WHY = Long.getLong("bench.why", 0);

    private final Sample times = new Sample();
    private final Thread knocking = new Thread(this::knock, "bench-pauses");
    private volatile boolean ended;

    Pauses() {
        knocking.start();
    }

    private void knock() {
        Object lock = new Object();
        try (Watcher watcher = WHY == 0 ? null : new Watcher(screen())) {
            while (!ended) {
                boolean[] opened = {false};
                long begun = System.nanoTime();
                Platform.runLater(
                        () -> {
                            synchronized (lock) {
                                opened[0] = true;
                                lock.notifyAll();
                            }
                        });
                synchronized (lock) {
                    while (!opened[0]) {
                        lock.wait();
                    }
                }
                long took = System.nanoTime() - begun;
                times.add(took);
                if (watcher != null && took > WHY * 1_000_000) {
                    System.out.printf("pause of %d ms%n", took / 1_000_000);
                    watcher.since(begun).forEach(System.out::println);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread screen() {
        return Screen.on(Thread::currentThread);
    }

    /** Only when ended. */
    Sample times() {
        return times;
    }

    void end() throws InterruptedException {
        ended = true;
        knocking.join();
    }
}
