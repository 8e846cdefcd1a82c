package chat.snug.ui.timeline;

import static chat.snug.ui.timeline.Talk.action;
import static chat.snug.ui.timeline.Talk.at;
import static chat.snug.ui.timeline.Talk.mention;
import static chat.snug.ui.timeline.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Rows that are made ahead, and styles that are applied only where they have to be. */
final class RowStyleTest extends TimelineListFixture {
    private static final int STEPS = 60;

    @Override
    @Start
    void start(Stage stage) {
        super.start(stage);
    }

    @Test
    void aFloodThatChangesEveryRowMakesNone() throws TimeoutException {
        awaitSpares();
        List<Said> flood = messages(300);
        int made =
                fx(
                        () -> {
                            int before = rows();
                            timeline.apply(flood);
                            root.layout();
                            return rows() - before;
                        });

        assertThat(made).isZero();
        check(() -> assertThat(list.visibleRows()).hasSizeGreaterThan(4));
    }

    /** There may be rows of that kind, none of which is needed. */
    private void awaitSpares() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                Screens.PATIENCE_MILLIS, TimeUnit.MILLISECONDS, () -> fx(this::rows) >= 20);
    }

    private int rows() {
        return (int)
                list.getChildrenUnmodifiable().stream()
                        .filter(MessageRow.class::isInstance)
                        .count();
    }

    @Test
    void rowsMadeAheadAreDressedInWhatIsWornWhenTheyAreNeeded() throws TimeoutException {
        awaitSpares();
        double before = fx(() -> textSize(said("14:00", "Ben", "One")));
        fx(
                () -> {
                    Look.DARK.dress(root.getScene(), 150);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
        double after = fx(() -> textSize(said("14:01", "Cleo", "Two")));

        assertThat(after).isEqualTo(before * 1.5);
    }

    private double textSize(Said said) {
        timeline.apply(List.of(said));
        root.layout();
        return texts(list.visibleRows().getLast()).stream()
                .filter(text -> text.getText().equals(said.text()))
                .findFirst()
                .orElseThrow()
                .getFont()
                .getSize();
    }

    @Test
    void rowsThatAreUsedAgainLookAsIfTheirStyleHadBeenAppliedAnew() {
        // What is under the pointer is dressed by the next pulse.
        fx(
                () -> {
                    root.setMouseTransparent(true);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
        for (int step = 0; step < STEPS; step++) {
            List<Said> batch = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                batch.add(anything());
            }
            double back = random.nextInt(400) - 300.0;
            fx(
                    () -> {
                        timeline.apply(batch);
                        list.scrollBy(back);
                        root.layout();
                        List<String> before = looks();
                        root.applyCss();
                        root.layout();
                        assertThat(looks()).isEqualTo(before);
                        return null;
                    });
        }
    }

    private Said anything() {
        said++;
        String from = List.of("Ben", "Cleo", "Dara", "مريم").get(random.nextInt(4));
        String time = at("00:00").plusSeconds(said * 20L).toString().substring(11, 19);
        String words = said + " word".repeat(1 + random.nextInt(30));
        return switch (random.nextInt(8)) {
            case 0 -> mention(time, from, "Mei: " + words);
            case 1 -> action(time, from, words);
            case 2 -> said(time, from, "See https://example.org and `code` " + words);
            case 3 -> said(time, from, "```\n" + words + "\n```");
            case 4 -> said(time, from, "\u0002bold\u0002 \u000304,02red\u0003 " + words);
            case 5 -> said(time, from, "👋 " + words);
            default -> said(time, from, words);
        };
    }

    /** What is seen of the style of every word in view. */
    private List<String> looks() {
        List<String> looks = new ArrayList<>();
        for (TimelineRow row : list.visibleRows()) {
            looks.add(
                    row.getLayoutY()
                            + " "
                            + row.getHeight()
                            + " "
                            + Objects.hashCode(row.getBackground()));
            for (Text text : texts(row)) {
                looks.add(text.getText() + " " + text.getFont() + " " + text.getFill());
            }
        }
        return looks;
    }

    private static List<Text> texts(Node node) {
        List<Text> texts = new ArrayList<>();
        if (node.isVisible() && node instanceof Text text) {
            texts.add(text);
        }
        if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    @Test
    void theRehearsalFillsAViewThatIsNotInTheWindowAndEnds() {
        Rehearsal rehearsal =
                fx(
                        () -> {
                            Messages words = Messages.of(Locale.ENGLISH);
                            Rehearsal made = new Rehearsal(root.getScene(), words);
                            for (int pulse = 0; pulse < 80; pulse++) {
                                made.handle(pulse);
                            }
                            return made;
                        });

        check(
                () -> {
                    assertThat(rehearsal.list.visibleRows()).hasSizeGreaterThan(8);
                    assertThat(rehearsal.list.getScene().getWindow()).isNull();
                    assertThat(list.items()).isEmpty();
                });
    }
}
