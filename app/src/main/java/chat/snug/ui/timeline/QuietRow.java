package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import chat.snug.ui.timeline.TimelineItem.Unread;
import javafx.css.PseudoClass;

/** A quiet line under the text column: who came and left, a new topic, a word of the app. */
final class QuietRow extends TimelineRow {
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

    private final TimelineRows context;
    private final RichText text;

    QuietRow(TimelineRows context) {
        this.context = context;
        getStyleClass().add("quiet-row");
        text = new RichText("quiet-plain", context::open);
        text.getStyleClass().add("quiet-text");
        getChildren().add(text);
    }

    @Override
    protected void update(TimelineItem item) {
        String words =
                switch (item) {
                    case Membership line -> context.words().membership(line);
                    case Happened line -> context.words().happened(line);
                    case Note note -> note.text();
                    case Message _, Day _, Unread _, Edge _ ->
                            throw new IllegalArgumentException("Not a quiet line: " + item);
                };
        String plain = IrcFormatting.strip(words);
        text.show(plain);
        pseudoClassStateChanged(NOTE, item instanceof Note);
        setAccessibleText(plain);
    }

    @Override
    boolean isHeavy() {
        return text.isHeavy();
    }

    private double textWidth(double width) {
        return text.columnIn(width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double measure(double width) {
        return snappedTopInset() + text.prefHeight(textWidth(width)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = textWidth(getWidth());
        text.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, text.prefHeight(width));
    }
}
