package chat.snug.ui.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word between two lines, across the talk. */
abstract class RuledRow extends TimelineRow {
    private final Label label = new Label();
    private final Region before = new Region();
    private final Region after = new Region();

    /** {@code style} is its style class. */
    RuledRow(String style) {
        getStyleClass().addAll("ruled-row", style);
        label.getStyleClass().add("ruled-label");
        before.getStyleClass().add("ruled-line");
        after.getStyleClass().add("ruled-line");
        getChildren().addAll(before, label, after);
    }

    final Label label() {
        return label;
    }

    /** What stands between the lines. */
    final void setText(String text) {
        label.setText(text);
        setAccessibleText(text);
    }

    @Override
    protected double measure(double width) {
        return snappedTopInset() + label.prefHeight(-1) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double width = Math.min(snapSizeX(label.prefWidth(-1)), Math.max(0, right - left));
        double height = label.prefHeight(-1);
        double start = snapPositionX((left + right - width) / 2);
        double middle = snapPositionY(snappedTopInset() + height / 2);
        label.resizeRelocate(start, snappedTopInset(), width, height);
        before.resizeRelocate(left, middle, Math.max(0, start - left), 1);
        after.resizeRelocate(start + width, middle, Math.max(0, right - start - width), 1);
    }
}
