package chat.snug.bench.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Types letters with a robot's keyboard and measures until each is on the screen. */
final class Typist {
    private static final long BETWEEN_MILLIS = 90;
    private static final long PATIENCE_SECONDS = 10;
    private static final int LINE = 60;

    private final Screen screen;
    private final TextInputControl field;
    private final Sample times = new Sample();
    private final Thread typing = new Thread(this::type, "bench-typist");
    private volatile boolean ended;
    private int missed;

    Typist(Screen screen) {
        this.screen = screen;
        field = Screen.on(screen::composer);
        typing.start();
    }

    private void type() {
        try {
            while (!ended) {
                letter();
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            missed++;
        }
    }

    /** What the JavaFX thread is busy with before it takes the key counts, too. */
    private void letter() throws Exception {
        CompletableFuture<Long> seen = new CompletableFuture<>();
        long begun = System.nanoTime();
        Platform.runLater(
                () -> {
                    if (field.getLength() > LINE) {
                        field.clear();
                    }
                    int length = field.getLength();
                    var _ =
                            Painted.when(screen.scene(), () -> field.getLength() > length)
                                    .thenAccept(seen::complete);
                    Robot robot = new Robot();
                    robot.keyPress(KeyCode.A);
                    robot.keyRelease(KeyCode.A);
                });
        times.add(seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - begun);
    }

    /** Only when ended. */
    Sample times() {
        return times;
    }

    /** Only when ended: whether a letter did not come at all. */
    boolean gaveUp() {
        return missed > 0;
    }

    void end() throws InterruptedException {
        ended = true;
        typing.join();
    }
}
