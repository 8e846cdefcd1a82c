package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Edge.State;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Where what is loaded ends: more is coming, or there is none. Equally high in each state, so that
 * nothing moves when the state changes.
 */
final class EdgeRow extends TimelineRow {
    private static final PseudoClass BEGINNING = PseudoClass.getPseudoClass("beginning");
    private static final double HEIGHT = 28;

    private final TimelineRows context;
    private final Label label = new Label();
    private final Button again = new Button();
    private final HBox line = new HBox(label, again);

    EdgeRow(TimelineRows context) {
        this.context = context;
        getStyleClass().add("edge-row");
        line.getStyleClass().add("edge-line");
        label.getStyleClass().add("edge-text");
        again.getStyleClass().add("message-again");
        again.managedProperty().bind(again.visibleProperty());
        again.setOnAction(_ -> context.viewModel().tryAgain((Edge) item()));
        getChildren().add(line);
    }

    @Override
    protected void update(TimelineItem item) {
        Edge edge = (Edge) item;
        String text = context.words().edge(edge);
        label.setText(text);
        setAccessibleText(text);
        again.setText(context.words().text("timeline.try-again"));
        again.setVisible(edge.state() == State.FAILED);
        pseudoClassStateChanged(BEGINNING, edge.state() == State.BEGINNING);
    }

    @Override
    protected double measure(double width) {
        return snappedTopInset() + HEIGHT + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        line.resizeRelocate(snappedLeftInset(), snappedTopInset(), Math.max(0, width), HEIGHT);
    }
}
