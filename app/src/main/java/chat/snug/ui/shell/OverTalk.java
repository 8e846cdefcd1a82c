package chat.snug.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * What is shown for a moment, one below the other where the talk begins: neither over the newest
 * lines nor over what asks and warns.
 */
final class OverTalk extends VBox {
    /**
     * Lies over the whole window.
     *
     * @param top where the talk begins, in pixels from the upper edge
     */
    OverTalk(ObservableDoubleValue top, Node... shown) {
        super(shown);
        setPickOnBounds(false);
        paddingProperty()
                .bind(Bindings.createObjectBinding(() -> new Insets(top.get(), 0, 0, 0), top));
    }
}
