package chat.snug.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The mug full of light, as the desktop shows it in its lists of windows. */
public final class AppIcon {
    /** The same shape as the emblem on the first screen, in a square of 44. */
    private static final String MUG =
            "M10 0 H34 A10 10 0 0 1 44 10 V22 A22 22 0 0 1 0 22 V10 A10 10 0 0 1 10 0 Z";

    private static final double SIDE = 44;
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private AppIcon() {}

    /** The icon in the sizes that desktops ask for; on the JavaFX thread. */
    public static List<Image> images() {
        return IntStream.of(SIZES).mapToObj(AppIcon::image).toList();
    }

    private static Image image(int size) {
        SVGPath mug = new SVGPath();
        mug.setContent(MUG);
        mug.setFill(
                new LinearGradient(
                        0,
                        0,
                        0,
                        1,
                        true,
                        CycleMethod.NO_CYCLE,
                        new Stop(0, Color.web("#b4561f")),
                        new Stop(1, Color.web("#eda56a"))));
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(new Scale(size / SIDE, size / SIDE));
        return mug.snapshot(how, null);
    }
}
