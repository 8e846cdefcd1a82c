package chat.snug.ui.invite;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Draws a {@link QrCode}: dark squares on light ground in both looks, as cameras want it. */
public final class QrView extends StackPane {
    private static final int WIDTH = 208;

    private final SVGPath squares = new SVGPath();

    /** Nothing drawn yet. */
    public QrView() {
        getStyleClass().add("qr");
        squares.getStyleClass().add("qr-squares");
        squares.setSmooth(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(squares);
    }

    void show(QrCode code) {
        int across = code.size() + 2 * QrCode.QUIET;
        int side = Math.max(2, WIDTH / across);
        squares.setContent(code.path(side));
        setPrefSize((double) across * side, (double) across * side);
    }
}
