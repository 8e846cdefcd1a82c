package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A new day's name between two lines. */
final class DayRow extends TimelineRow {
    private final TimelineRows context;
    private final Label label = new Label();
    private final Region before = new Region();
    private final Region after = new Region();

    DayRow(TimelineRows context) {
        this.context = context;
        getStyleClass().add("day-row");
        label.getStyleClass().add("day-label");
        before.getStyleClass().add("day-line");
        after.getStyleClass().add("day-line");
        getChildren().addAll(before, label, after);
    }

    @Override
    protected void update(TimelineItem item) {
        String day = context.viewModel().dates().day(((Day) item).date());
        label.setText(day);
        setAccessibleText(day);
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
