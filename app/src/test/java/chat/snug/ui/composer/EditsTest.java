package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EditsTest {
    private final Edits edits = new Edits(state("", 0));
    private String written = "";

    private static Edits.State state(String text, int caret) {
        return new Edits.State(StyledText.plain(text), caret);
    }

    private void type(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            written += letters.charAt(i);
            edits.changed(state(written, written.length()));
        }
    }

    private static String shown(Edits.@Nullable State state) {
        return state == null ? "nothing" : state.text().text();
    }

    @Test
    void aWordIsOneStep() {
        type("so be it");

        assertThat(shown(edits.undo())).isEqualTo("so be ");
        assertThat(shown(edits.undo())).isEqualTo("so ");
        assertThat(shown(edits.redo())).isEqualTo("so be ");
        assertThat(shown(edits.undo())).isEqualTo("so ");
        assertThat(shown(edits.undo())).isEmpty();
        assertThat(shown(edits.undo())).isEqualTo("nothing");
        assertThat(shown(edits.redo())).isEqualTo("so ");
    }

    @Test
    void whatIsWrittenAfterUndoingIsAllThereIs() {
        type("so be");
        edits.undo();
        written = "so ";
        type("it");

        assertThat(shown(edits.redo())).isEqualTo("nothing");
        assertThat(shown(edits.undo())).isEqualTo("so ");
    }

    @Test
    void somethingPastedIsAStepOfItsOwn() {
        type("a");
        edits.changed(state("a and more", 10));
        type("");

        assertThat(shown(edits.undo())).isEqualTo("a");
    }

    @Test
    void theSameIsNoChange() {
        type("a");
        edits.changed(state("a", 0));
        assertThat(shown(edits.undo())).isEmpty();
    }

    @Test
    void itDoesNotGrowWithoutEnd() {
        for (int i = 0; i < 1_000; i++) {
            edits.changed(state("x".repeat(10_000) + i, 0));
        }
        int steps = 0;
        while (edits.undo() != null) {
            steps++;
        }
        assertThat(steps).isBetween(10, 60);
    }
}
