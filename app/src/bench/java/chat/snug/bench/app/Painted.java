package chat.snug.bench.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * When something has been painted: it was so when a pulse had laid the window out, and the next
 * pulse begins, which it does not before the painting of the last one is over. Up to 17 ms more
 * than the truth.
 */
final class Painted extends AnimationTimer {
    private final Scene scene;
    private final BooleanSupplier isSo;
    private final CompletableFuture<Long> at = new CompletableFuture<>();
    private final Runnable listener = this::laidOut;
    private boolean laidOut;

    private Painted(Scene scene, BooleanSupplier isSo) {
        this.scene = scene;
        this.isSo = isSo;
    }

    /** The time of {@link System#nanoTime} at which something is seen; on the JavaFX thread. */
    static CompletableFuture<Long> when(Scene scene, BooleanSupplier isSo) {
        Painted painted = new Painted(scene, isSo);
        scene.addPostLayoutPulseListener(painted.listener);
        painted.start();
        return painted.at;
    }

    private void laidOut() {
        laidOut = laidOut || isSo.getAsBoolean();
    }

    @Override
    public void handle(long now) {
        if (laidOut) {
            at.complete(System.nanoTime());
            scene.removePostLayoutPulseListener(listener);
            stop();
        }
    }
}
