package chat.snug.ui.timeline;

import chat.snug.ui.timeline.MessageText.Piece;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lines of code, as wide as there is room, with a button that copies them. */
final class CodeBlock extends Region {
    private final Button copy = new Button();
    private final Tooltip tip = new Tooltip();
    private final RichText code;
    private String text = "";

    /** {@code copier} gets the code that is to be copied. */
    CodeBlock(Consumer<URI> linkOpener, Consumer<String> copier) {
        code = new RichText("message-code", linkOpener);
        getStyleClass().add("code-block");
        code.getStyleClass().add("code-text");
        copy.getStyleClass().addAll("icon-button", "code-copy");
        copy.setGraphic(new FontIcon("fth-copy"));
        copy.setTooltip(tip);
        copy.setOnAction(_ -> copier.accept(text));
        getChildren().addAll(code, copy);
    }

    void show(String message, List<Piece> pieces, String copyText) {
        text = message.substring(pieces.getFirst().start(), pieces.getLast().end());
        copy.setAccessibleText(copyText);
        tip.setText(copyText);
        code.show("", message, pieces);
    }

    RichText words() {
        return code;
    }

    private double textWidth(double width) {
        double besides = snappedLeftInset() + snappedRightInset() + copy.prefWidth(-1);
        return Math.max(20, width - besides);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = Math.max(code.prefHeight(textWidth(width)), copy.prefHeight(-1));
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = textWidth(getWidth());
        code.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, code.prefHeight(width));
        double button = copy.prefWidth(-1);
        copy.resizeRelocate(getWidth() - button - 2, 2, button, copy.prefHeight(-1));
    }
}
