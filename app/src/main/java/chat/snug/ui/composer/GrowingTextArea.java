package chat.snug.ui.composer;

import chat.snug.ui.Shaping;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/**
 * A text area as high as its text, up to six lines; then it scrolls. Shows emoji and styles, see
 * {@link FieldPaint}.
 */
public final class GrowingTextArea extends TextArea {
    private static final int MOST_LINES = 6;

    private final Text measure = new Text();
    private final FieldPaint paint = new FieldPaint(this);
    private final Runnable laidOut = this::laidOut;
    private StyledText written = StyledText.EMPTY;

    /** One empty line; also for FXML. */
    public GrowingTextArea() {
        setWrapText(true);
        measure.fontProperty().bind(fontProperty());
        // As the skin's own text has it: its lines are a little higher than those of other texts.
        measure.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        textProperty().addListener(_ -> written());
        fontProperty().addListener(_ -> requestLayout());
        widthProperty().addListener(_ -> requestLayout());
        sceneProperty().addListener((_, before, now) -> moved(before, now));
    }

    /** Shows the text with its styles; it is the text that stands in the field. */
    void show(StyledText now) {
        written = now;
        requestLayout();
    }

    private void written() {
        setWrapText(!Shaping.isNeeded(getText()));
        requestLayout();
    }

    /** Where the characters are is known only once everything is laid out. */
    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(laidOut);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(laidOut);
        }
    }

    private void laidOut() {
        paint.paint(written);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!getChildren().contains(paint.node())) {
            getChildren().add(paint.node());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets content =
                lookup(".content") instanceof Region region ? region.getInsets() : Insets.EMPTY;
        double across =
                snappedLeftInset() + snappedRightInset() + content.getLeft() + content.getRight();
        double down =
                snappedTopInset() + snappedBottomInset() + content.getTop() + content.getBottom();
        double lines = Math.max(1, (width < 0 ? getWidth() : width) - across);
        measure.setWrappingWidth(isWrapText() ? lines : 0);
        double one = height("X");
        double most = one + (MOST_LINES - 1) * (height("X\nX") - one);
        // A line without anything on it is as high as one with something.
        boolean emptyLine = getText().isEmpty() || getText().endsWith("\n");
        return snapSizeY(down + Math.min(most, height(emptyLine ? getText() + "X" : getText())));
    }

    private double height(String text) {
        measure.setText(text);
        return measure.getLayoutBounds().getHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
