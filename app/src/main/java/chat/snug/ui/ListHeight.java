package chat.snug.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;

/** How high a list is that stands among other things on a page; on the JavaFX thread. */
public final class ListHeight {
    /** Its own frame above and below. */
    private static final double FRAME = 2;

    private ListHeight() {}

    /**
     * As high as the rows of what is in it now, whose height is in its stylesheet, where it grows
     * with the text.
     *
     * @param list has its items already
     * @param most how many rows at most; the others are scrolled to
     */
    public static void fit(ListView<?> list, int most) {
        list.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        Math.max(0, list.getFixedCellSize())
                                                        * Math.clamp(
                                                                list.getItems().size(), 1, most)
                                                + FRAME,
                                list.getItems(),
                                list.fixedCellSizeProperty()));
    }
}
