package chat.snug.bench.app;

import chat.snug.ui.timeline.Ledger;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** A room in which very much is said while somebody types and looks back now and then. */
final class Flood {
    private static final int BASELINE_SECONDS = 3;
    private static final long LOOKS_BACK_MILLIS = 2_500;

    private final int rate;
    private final int seconds;

    Flood(int rate, int seconds) {
        this.rate = rate;
        this.seconds = seconds;
    }

    void run(Table table, java.nio.file.Path settings) throws Exception {
        double empty = pulsesOfEmptyWindow();
        try (CrowdProcess crowd = new CrowdProcess(null);
                Screen screen = new Screen(settings)) {
            screen.join(crowd.port(), "bench", 0);
            TimeUnit.SECONDS.sleep(2);
            measure(table, screen, crowd, empty);
        }
    }

    private void measure(Table table, Screen screen, CrowdProcess crowd, double empty)
            throws Exception {
        long before = liveHeap();
        Ledger ledger = Screen.on(() -> screen.timeline().ledger());
        Pulses pulses = new Pulses(() -> {});
        Pauses pauses = new Pauses();
        Typist typist = new Typist(screen);
        Thread looking = new Thread(() -> lookBack(screen), "bench-looking-back");
        crowd.order("flood #bench " + rate + " " + seconds);
        looking.start();
        String[] sent = crowd.answer().split(" ", -1);
        long last = Long.parseLong(sent[0]) - 1;
        looking.interrupt();
        looking.join();
        typist.end();
        pauses.end();
        pulses.close();
        long begun = System.nanoTime();
        toNewest(screen);
        screen.await(() -> screen.timeline().newest() == last ? 1 : -1);
        double behind = (System.nanoTime() - begun) / 1e6;

        table.head(sent[1] + " messages/s for " + seconds + " s into the open room");
        table.line("pauses of the JavaFX thread", "longest 50 ms", "%s", pauses.times());
        table.line(
                "key to glyph" + (typist.gaveUp() ? " (gave up)" : ""),
                "p99 50 ms",
                "%s (%d)",
                typist.times(),
                typist.times().size());
        table.line(
                "pulses/s, and in an empty window",
                "50 or as empty",
                "%.1f, %.1f: %.2f x",
                pulses.perSecond(),
                empty,
                pulses.perSecond() / empty);
        table.line(
                "live heap before and after", "", "%.1f, %.1f MB", before / 1e6, liveHeap() / 1e6);
        table.line("behind at the end", "", "%.0f ms", behind);
        table.line(
                "lost, doubled, disordered of all",
                "0",
                "%d, %d, %d of %d",
                Screen.on(() -> ledger.missing(last + 1)),
                Screen.on(ledger::doubled),
                Screen.on(ledger::disordered),
                last + 1);
        Screen.on(
                () -> {
                    ledger.close();
                    return true;
                });
    }

    /** Some turns of the wheel upwards, and back to the newest. */
    private static void lookBack(Screen screen) {
        Random random = new Random(5);
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOKS_BACK_MILLIS);
                for (int i = 0; i < 12; i++) {
                    double pixels = -40 - random.nextInt(80);
                    Screen.on(
                            () -> {
                                screen.timeline().scroll(pixels);
                                return true;
                            });
                    TimeUnit.MILLISECONDS.sleep(40);
                }
                toNewest(screen);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void toNewest(Screen screen) {
        Screen.on(
                () -> {
                    Button newest = screen.find(".timeline-newest", Button.class);
                    if (newest.isVisible()) {
                        newest.fire();
                        screen.composer().requestFocus();
                    }
                    return true;
                });
    }

    private static double pulsesOfEmptyWindow() throws InterruptedException {
        Stage stage =
                Screen.on(
                        () -> {
                            Stage made = new Stage();
                            made.setScene(new Scene(new Pane(), 1100, 750));
                            made.show();
                            return made;
                        });
        Pulses pulses = new Pulses(() -> {});
        TimeUnit.SECONDS.sleep(BASELINE_SECONDS);
        pulses.close();
        Screen.on(
                () -> {
                    stage.hide();
                    return true;
                });
        return pulses.perSecond();
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        MemoryUsage usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return usage.getUsed();
    }
}
