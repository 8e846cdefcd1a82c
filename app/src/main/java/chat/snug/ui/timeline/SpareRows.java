package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Said;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/**
 * Makes rows for messages ahead, one in each pulse, until there are as many to spare as fill the
 * view: a flood that changes all of them at once then makes none.
 */
final class SpareRows extends AnimationTimer {
    private static final int MOST = 60;

    /** A row is hardly lower, in pixels. */
    private static final double ROW = 24;

    /** Labels without words have nothing yet to be styled. */
    private static final Message MODEL =
            new Message(
                    -1,
                    new Said("", Instant.EPOCH, null, "A", false, Said.Kind.TEXT, "A", false),
                    new Delivered(null));

    private final TimelineList list;
    private final RowPool pool;

    SpareRows(TimelineList list, RowPool pool) {
        this.list = list;
        this.pool = pool;
    }

    /** Begins if there are too few. */
    void makeUp() {
        if (tooFew()) {
            start();
        }
    }

    private boolean tooFew() {
        int wanted = Math.max(list.visibleRows().size() + 1, (int) (list.getHeight() / ROW));
        return pool.spares(Message.class) < Math.min(MOST, wanted);
    }

    @Override
    public void handle(long now) {
        if (tooFew() && isSeen()) {
            pool.makeSpare(MODEL);
        } else {
            stop();
        }
    }

    /** Styles are there only for what is seen. */
    private boolean isSeen() {
        for (Node node = list; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return list.getScene() != null
                && list.getScene().getWindow() != null
                && list.getScene().getWindow().isShowing();
    }
}
