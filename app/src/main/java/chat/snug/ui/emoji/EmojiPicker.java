package chat.snug.ui.emoji;

import chat.snug.ui.Messages;
import chat.snug.ui.Views;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The emoji picker, for whoever wants one emoji from the person: a card in the window itself, over
 * everything else in it, beside what it was asked for from. It goes away with a choice, with Esc,
 * and with a click elsewhere, and gives the keyboard back. JavaFX thread.
 *
 * <p>It lies in the window's scene rather than in a popup so that input methods work in its search.
 */
public final class EmojiPicker {
    private static final double GAP = 6;
    private static final double MARGIN = 8;

    private final Region card;
    private final EmojiPickerController controller;
    private final EventHandler<MouseEvent> elsewhere = this::pressed;
    private @Nullable Pane over;
    private final InvalidationListener moved = _ -> follow();
    private @Nullable Node anchor;
    private @Nullable Node before;
    private Consumer<String> onTaken = _ -> {};

    /** A picker that can be opened again and again. */
    public EmojiPicker(EmojiShelf shelf, Messages words) {
        Views.Loaded<EmojiPickerController> loaded = Views.EMOJI_PICKER.load(words);
        card = (Region) loaded.root();
        card.setManaged(false);
        card.setId("emoji-picker");
        controller = loaded.controller();
        EmojiImages images = EmojiImages.installed();
        controller.show(new EmojiPickerViewModel(shelf, words, images::draws), words, this::taken);
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Whether it is open. */
    public boolean isShowing() {
        return over != null;
    }

    /**
     * Opens it beside {@code wanted}, which must be in a scene with a pane as its root; closes it
     * if it is open there already.
     *
     * @param taken gets the emoji, once at most
     */
    public void show(Node wanted, Consumer<String> taken) {
        boolean again = wanted.equals(anchor);
        hide();
        Scene scene = wanted.getScene();
        if (!again && scene != null && scene.getRoot() instanceof Pane root) {
            before = scene.getFocusOwner();
            anchor = wanted;
            over = root;
            onTaken = taken;
            root.getChildren().add(card);
            card.setViewOrder(-10);
            card.applyCss();
            place(root, wanted);
            wanted.localToSceneTransformProperty().addListener(moved);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
            controller.begin();
        }
    }

    /** Closes it; the keyboard is where it was before. */
    public void hide() {
        Pane root = over;
        if (root != null) {
            over = null;
            if (anchor != null) {
                anchor.localToSceneTransformProperty().removeListener(moved);
            }
            anchor = null;
            Node focus = before;
            before = null;
            root.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
            root.getChildren().remove(card);
            if (focus != null) {
                focus.requestFocus();
            }
        }
    }

    private void follow() {
        if (over != null && anchor != null) {
            place(over, anchor);
        }
    }

    /** Above what it is for if there is room, else below; never out of the window. */
    private void place(Pane root, Node wanted) {
        Bounds at = root.sceneToLocal(wanted.localToScene(wanted.getBoundsInLocal()));
        double width = Math.min(card.prefWidth(-1), root.getWidth() - 2 * MARGIN);
        double height = Math.min(card.prefHeight(width), root.getHeight() - 2 * MARGIN);
        double above = at.getMinY() - GAP - height;
        double y = above >= MARGIN ? above : at.getMaxY() + GAP;
        card.resizeRelocate(
                within(at.getMaxX() - width, root.getWidth() - width - MARGIN),
                within(y, root.getHeight() - height - MARGIN),
                width,
                height);
        card.layout();
    }

    private static double within(double wanted, double most) {
        return Math.max(MARGIN, Math.min(wanted, most));
    }

    private void taken(String emoji) {
        Consumer<String> to = onTaken;
        hide();
        to.accept(emoji);
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            hide();
        }
    }

    private void pressed(MouseEvent event) {
        Point2D at = card.sceneToLocal(event.getSceneX(), event.getSceneY());
        Node opener = anchor;
        boolean onOpener =
                opener != null
                        && opener.contains(
                                opener.sceneToLocal(event.getSceneX(), event.getSceneY()));
        if (!card.contains(at) && !onOpener) {
            hide();
        }
    }
}
