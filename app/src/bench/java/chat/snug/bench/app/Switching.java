package chat.snug.bench.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;

/** Going from room to room by the keyboard. */
final class Switching {
    private static final int MESSAGES = 200;
    private static final int IN_VIEW = 5;
    private static final int TURNS = 6;

    private final int rooms;

    Switching(int rooms) {
        this.rooms = rooms;
    }

    void run(Table table, Path settings) throws Exception {
        try (CrowdProcess crowd = new CrowdProcess(null);
                Screen screen = new Screen(settings)) {
            crowd.order("rooms " + rooms + " " + MESSAGES);
            crowd.answer();
            screen.join(crowd.port(), Crowd.room(0).substring(1), IN_VIEW);
            for (int i = 1; i < rooms; i++) {
                screen.say("/join " + Crowd.room(i));
                screen.await(() -> screen.timeline().messagesInView() >= IN_VIEW ? 1 : -1);
            }
            Sample times = new Sample();
            for (int i = 0; i < rooms * TURNS; i++) {
                times.add(next(screen));
            }
            table.head(rooms + " rooms");
            table.line("from one to the next, until painted", "50 ms", "%s", times);
        }
    }

    private static long next(Screen screen) throws Exception {
        long[] begun = new long[1];
        CompletableFuture<Long> seen =
                Screen.on(
                        () -> {
                            begun[0] = System.nanoTime();
                            screen.press(KeyCode.DOWN, true);
                            return Painted.when(
                                    screen.scene(),
                                    () -> screen.timeline().messagesInView() >= IN_VIEW);
                        });
        long took = seen.get(10, TimeUnit.SECONDS) - begun[0];
        TimeUnit.MILLISECONDS.sleep(30);
        return took;
    }
}
