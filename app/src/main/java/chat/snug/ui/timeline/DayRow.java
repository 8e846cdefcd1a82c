package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import java.time.LocalDate;
import javafx.scene.input.MouseButton;

/** A new day's name; a click on it asks for another day to go to. */
final class DayRow extends RuledRow {
    private final TimelineRows context;

    DayRow(TimelineRows context) {
        super("day-row");
        this.context = context;
        label().setOnMouseClicked(
                        event -> {
                            if (event.getButton() == MouseButton.PRIMARY) {
                                choose();
                            }
                        });
    }

    /** Asks for another day to go to. */
    @Override
    void act() {
        choose();
    }

    private void choose() {
        TimelineViewModel talk = context.viewModel();
        LocalDate day = ((Day) item()).date();
        DayChooser.open(label(), day, talk.dates().today(), talk::goTo);
    }

    @Override
    protected void update(TimelineItem item) {
        setText(context.viewModel().dates().day(((Day) item).date()));
    }
}
