package chat.snug.bench.app;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Knocks at the JavaFX thread all the time and measures how long nobody opens. */
final class Pauses implements AutoCloseable {
    private static final long BETWEEN_MILLIS = 2;

    private final Sample times = new Sample();
    private final Thread knocking = new Thread(this::knock, "bench-pauses");
    private volatile boolean ended;

    Pauses() {
        knocking.start();
    }

    private void knock() {
        Object lock = new Object();
        try {
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
                times.add(System.nanoTime() - begun);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only when closed. */
    Sample times() {
        return times;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        knocking.join();
    }
}
