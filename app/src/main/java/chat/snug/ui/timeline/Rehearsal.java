package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.StackPane;

/**
 * A conversation that nobody sees, a little of it in each pulse, while the person still reads the
 * first screen: the first page of a room, and the first flood of messages, then find code that has
 * run before. Cold, they cost ten times as much, and all in one pulse. Once in the life of the app,
 * for about a second; on the JavaFX thread.
 */
public final class Rehearsal extends AnimationTimer {
    /** The first pulses of a window have enough to do. */
    private static final int PULSES_BEFORE = 15;

    private static final int GROWING = 24;
    private static final int STEPS = 50;
    private static final int PICTURE_EVERY = 6;
    private static final int LINES_AT_ONCE = 8;
    private static final double WIDTH = 700;
    private static final double GROWTH = 26;
    private static final String ROOM = "#rehearsal";
    private static final List<String> WORDS =
            List.of(
                    "Yes.",
                    "Slides are up. Shout if the projector is too dark, or if it hums.",
                    "See https://example.org/a, and \u0002this\u0002 as well: `one.two()`",
                    "Words enough for a second line, ".repeat(8));

    private static boolean begun;

    final TimelineList list = new TimelineList();
    private final StackPane root = new StackPane(list);
    private final TimelineViewModel play;
    private final SnapshotParameters corner = new SnapshotParameters();
    private int pulses;
    private int said;

    /** Begins it, dressed as that window, unless it has been. */
    public static void begin(Scene window, Messages messages) {
        if (!begun) {
            begun = true;
            new Rehearsal(window, messages).start();
        }
    }

    Rehearsal(Scene window, Messages messages) {
        Scene stage = new Scene(root, WIDTH, GROWTH);
        stage.getStylesheets().setAll(window.getStylesheets());
        play = new TimelineViewModel(Clock.systemUTC(), ZoneId.systemDefault(), messages.locale());
        TimelineRows rows = new TimelineRows();
        rows.show(play, new TimelineWords(messages.bundle(), messages.locale()));
        list.setRowFactory(rows::rowFor);
        list.setOnPlaced(play::inView);
        list.setItems(play.items());
        corner.setViewport(new Rectangle2D(0, 0, WIDTH / 2, GROWTH));
    }

    @Override
    public void handle(long now) {
        int step = pulses++ - PULSES_BEFORE;
        if (step < 0) {
            return;
        }
        List<ConversationEvent> batch = new ArrayList<>();
        for (int i = 0; i < LINES_AT_ONCE; i++) {
            batch.add(line(said++));
        }
        play.apply(batch);
        root.resize(WIDTH, GROWTH * Math.min(step + 1, GROWING));
        root.applyCss();
        root.layout();
        if (step % PICTURE_EVERY == 0) {
            root.snapshot(corner, null);
        }
        if (step == STEPS) {
            stop();
        }
    }

    private static Said line(int n) {
        return new Said(
                ROOM,
                Instant.EPOCH.plusSeconds(n),
                "r" + n,
                "person" + n / WORDS.size(),
                false,
                Said.Kind.TEXT,
                WORDS.get(n % WORDS.size()),
                false);
    }
}
