package chat.snug.ui.dialogs;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the window and shows one sheet at a time. While one is open the keyboard stays in it;
 * Escape and a click beside it close it.
 */
public final class Sheets extends StackPane {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final StackPane sheet = new StackPane();
    private final ChangeListener<@Nullable Node> keepFocus = (_, _, now) -> keepFocus(now);
    private Runnable onClosed = () -> {};
    private Runnable focus = () -> {};
    private @Nullable Node before;

    /** Nothing open. */
    public Sheets() {
        getStyleClass().add("sheets");
        sheet.getStyleClass().add("sheet-page");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sheet.setOnMousePressed(Event::consume);
        getChildren().add(sheet);
        setVisible(false);
        setOnMousePressed(_ -> close());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Shows {@code content} instead of what was open.
     *
     * @param focusContent puts the keyboard to where typing begins
     * @param closed told when it is closed, however that comes
     */
    public void open(Parent content, Runnable focusContent, Runnable closed) {
        close();
        Scene scene = getScene();
        if (scene != null) {
            before = scene.getFocusOwner();
            scene.focusOwnerProperty().addListener(keepFocus);
        }
        sheet.getChildren().setAll(content);
        sheet.pseudoClassStateChanged(WIDE, content.getStyleClass().contains("wide"));
        focus = focusContent;
        onClosed = closed;
        setVisible(true);
        focusContent.run();
    }

    /** Closes what is open, if anything is. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        Scene scene = getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keepFocus);
        }
        setVisible(false);
        sheet.getChildren().clear();
        Node back = before;
        before = null;
        if (back != null) {
            back.requestFocus();
        }
        Runnable told = onClosed;
        onClosed = () -> {};
        told.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    private void keepFocus(@Nullable Node now) {
        for (Node node = now; node != null; node = node.getParent()) {
            if (sheet.equals(node)) {
                return;
            }
        }
        focus.run();
    }
}
