package chat.snug.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** What has no room in its line, in full under the pointer; on the JavaFX thread. */
public final class WholeText {
    private static final double WIDEST = 480;

    private WholeText() {}

    /** Shows all of {@code lines} over {@code place} while one of them is cut. */
    public static void tell(Control place, Labeled... lines) {
        Tooltip tip = new Tooltip();
        Shaping.wrap(tip.textProperty(), tip.wrapTextProperty());
        tip.setMaxWidth(WIDEST);
        tip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Arrays.stream(lines)
                                                .map(Labeled::getText)
                                                .filter(text -> text != null && !text.isEmpty())
                                                .collect(Collectors.joining("\n")),
                                Arrays.stream(lines)
                                        .map(Labeled::textProperty)
                                        .toArray(Observable[]::new)));
        InvalidationListener look =
                _ ->
                        place.setTooltip(
                                Arrays.stream(lines).anyMatch(Labeled::isTextTruncated)
                                        ? tip
                                        : null);
        for (Labeled line : lines) {
            line.textTruncatedProperty().addListener(look);
        }
    }
}
