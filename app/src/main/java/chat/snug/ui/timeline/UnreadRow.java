package chat.snug.ui.timeline;

/** Where somebody left off: "New". */
final class UnreadRow extends RuledRow {
    private final TimelineRows context;

    UnreadRow(TimelineRows context) {
        super("unread-row");
        this.context = context;
    }

    @Override
    protected void update(TimelineItem item) {
        setText(context.words().text("timeline.new"));
    }
}
