package chat.snug.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * What is shown for a moment, one below the other where the talk begins: neither over the newest
 * lines nor over what asks and warns, and over no field of a sheet.
 */
final class OverTalk extends VBox {
    /**
     * Lies over the whole window.
     *
     * @param top where the talk begins, in pixels from the upper edge
     * @param left the same from the left
     * @param covered whether something lies over the talk; then it begins at the window's edges
     * @param cornered has its place in the corner
     * @param centred has its place in the middle of the talk
     */
    OverTalk(
            ObservableDoubleValue top,
            ObservableDoubleValue left,
            ObservableBooleanValue covered,
            Node cornered,
            Node centred) {
        super(cornered, centred);
        setPickOnBounds(false);
        InvalidationListener place =
                _ -> {
                    boolean over = covered.get();
                    setPadding(new Insets(over ? 0 : top.get(), 0, 0, 0));
                    setMargin(centred, new Insets(0, 0, 0, over ? 0 : left.get()));
                };
        top.addListener(place);
        left.addListener(place);
        covered.addListener(place);
        place.invalidated(covered);
    }
}
