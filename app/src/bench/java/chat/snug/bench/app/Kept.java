package chat.snug.bench.app;

import chat.snug.ui.timeline.TimelineProbe;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;

/** A room in which very much was said before: opening it, and scrolling far back and forth. */
final class Kept {
    private static final int OPENINGS = 5;

    /** Nobody types an address faster. */
    private static final long AT_THE_DOOR_MILLIS = 1_500;

    private static final int FIRST_PAGE = 5;

    private final Path folder;
    private final int messages;
    private final int scrolled;
    private long blank;
    private long waiting;
    private long frames;

    Kept(Path folder, int messages, int scrolled) {
        this.folder = folder;
        this.messages = messages;
        this.scrolled = scrolled;
    }

    void run(Table table, Path settings) throws Exception {
        KeptRoom.fill(folder, "#bench", messages);
        try (CrowdProcess crowd = new CrowdProcess(folder)) {
            Sample openings = new Sample();
            for (int i = 0; i < OPENINGS; i++) {
                open(crowd, settings.resolve("opening" + i), openings);
            }
            table.head("A room with " + messages + " kept messages");
            table.line("asking to come in to the first page", "200 ms", "%s", openings);
            if (scrolled > 0) {
                try (Screen screen = new Screen(settings.resolve("scrolling"))) {
                    screen.join(crowd.port(), "bench", FIRST_PAGE);
                    scroll(table, screen);
                }
            }
        }
    }

    private static void open(CrowdProcess crowd, Path settings, Sample openings) throws Exception {
        try (Screen screen = new Screen(settings)) {
            TimeUnit.MILLISECONDS.sleep(AT_THE_DOOR_MILLIS);
            long[] begun = new long[1];
            CompletableFuture<Long> seen =
                    Screen.on(
                            () -> {
                                screen.field("#start-name").setText(Screen.newName());
                                screen.field("#join-address")
                                        .setText("127.0.0.1:" + crowd.port() + "/bench");
                                TimelineProbe timeline = screen.timeline();
                                CompletableFuture<Long> painted =
                                        Painted.when(
                                                screen.scene(),
                                                () -> timeline.messagesInView() >= FIRST_PAGE);
                                begun[0] = System.nanoTime();
                                screen.find("#join-join", Button.class).fire();
                                return painted;
                            });
            openings.add(seen.get(30, TimeUnit.SECONDS) - begun[0]);
        }
    }

    /** Page by page, one a pulse. */
    private void scroll(Table table, Screen screen) throws Exception {
        TimelineProbe timeline = screen.timeline();
        Runnable look =
                () -> {
                    frames++;
                    blank += timeline.isBlank() ? 1 : 0;
                    waiting += timeline.isWaiting() ? 1 : 0;
                };
        Screen.on(
                () -> {
                    screen.scene().addPostLayoutPulseListener(look);
                    return true;
                });
        long begun = System.nanoTime();
        Pauses pauses = new Pauses();
        long oldest = (long) messages - scrolled;
        turn(screen, -1, () -> inView(timeline) <= oldest);
        turn(screen, 1, () -> inView(timeline) >= messages - 60L);
        pauses.end();
        table.line(
                "scrolling " + scrolled + " back and forth",
                "",
                "%.1f s",
                (System.nanoTime() - begun) / 1e9);
        table.line("frames with a blank part", "0", "%d of %d", blank, frames);
        table.line("frames that waited for a page at the edge", "", "%d", waiting);
        table.line("pauses of the JavaFX thread", "longest 50 ms", "%s", pauses.times());
    }

    private long inView(TimelineProbe timeline) {
        long first = timeline.firstInView();
        return first < 0 ? messages / 2 : first;
    }

    private static void turn(Screen screen, int pages, java.util.function.BooleanSupplier there)
            throws Exception {
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        try (Pulses _ =
                new Pulses(
                        () -> {
                            if (there.getAsBoolean()) {
                                arrived.complete(true);
                            } else {
                                screen.timeline().page(pages);
                            }
                        })) {
            arrived.get(10, TimeUnit.MINUTES);
        }
    }
}
