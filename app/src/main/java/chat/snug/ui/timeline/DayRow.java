package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;

/** A new day's name. */
final class DayRow extends RuledRow {
    private final TimelineRows context;

    DayRow(TimelineRows context) {
        super("day-row");
        this.context = context;
    }

    @Override
    protected void update(TimelineItem item) {
        setText(context.viewModel().dates().day(((Day) item).date()));
    }
}
