package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Note;
import javafx.css.PseudoClass;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A quiet line under the text column: who came and left, a new topic, a word of the app. */
final class QuietRow extends TimelineRow {
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

    private final TimelineRows context;
    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(text);

    QuietRow(TimelineRows context) {
        this.context = context;
        getStyleClass().add("quiet-row");
        text.getStyleClass().add("quiet-text");
        flow.getStyleClass().add("quiet-flow");
        getChildren().add(flow);
    }

    @Override
    protected void update(TimelineItem item) {
        String words =
                switch (item) {
                    case Membership line -> context.words().membership(line);
                    case Happened line -> context.words().happened(line);
                    case Note note -> note.text();
                    case Message _, Day _ ->
                            throw new IllegalArgumentException("Not a quiet line: " + item);
                };
        text.setText(IrcFormatting.strip(words));
        pseudoClassStateChanged(NOTE, item instanceof Note);
        setAccessibleText(text.getText());
    }

    private double textWidth(double width) {
        return Math.clamp(width - snappedLeftInset() - snappedRightInset(), 40, 720);
    }

    @Override
    protected double measure(double width) {
        return snappedTopInset() + flow.prefHeight(textWidth(width)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = textWidth(getWidth());
        flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, flow.prefHeight(width));
    }
}
