package chat.snug.ui.start;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** Something is wrong with what stands in a field. */
final class FieldProblem {
    static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private FieldProblem() {}

    /** Marks the field, to be mended at once; an empty problem takes the mark away. */
    static void mark(TextField field, String problem) {
        field.pseudoClassStateChanged(DANGER, !problem.isEmpty());
        if (!problem.isEmpty()) {
            field.requestFocus();
            field.end();
        }
    }
}
