package chat.snug.bench.app;

import javafx.animation.AnimationTimer;

/** Counts the pulses of the toolkit, and does something at each. */
final class Pulses implements AutoCloseable {
    private final AnimationTimer timer;
    private final long begun = System.nanoTime();
    private long count;
    private double perSecond;

    /** What is to be done is done on the JavaFX thread. */
    Pulses(Runnable each) {
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        count++;
                        each.run();
                    }
                };
        Screen.on(
                () -> {
                    timer.start();
                    return true;
                });
    }

    /** Only when closed. */
    double perSecond() {
        return perSecond;
    }

    @Override
    public void close() {
        perSecond =
                Screen.on(
                        () -> {
                            timer.stop();
                            return count / ((System.nanoTime() - begun) / 1e9);
                        });
    }
}
