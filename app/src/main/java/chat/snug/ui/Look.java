package chat.snug.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/**
 * The two looks of the app: a stock theme, the colours on top of it, and the shapes of all parts.
 */
public enum Look {
    LIGHT("light.css", new PrimerLight()),
    DARK("dark.css", new PrimerDark());

    private static final List<String> SHAPES = List.of("app.css");

    private final String tokens;
    private final String stock;

    Look(String tokens, Theme stock) {
        this.tokens = tokens;
        this.stock = stock.getUserAgentStylesheet();
    }

    /** The look that goes with what the system shows. */
    public static Look of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    /**
     * Dresses {@code scene} as the system looks, and again whenever that changes, for as long as
     * the app runs. For the one window of the app; on the JavaFX thread.
     */
    public static void followSystem(Scene scene) {
        var scheme = Platform.getPreferences().colorSchemeProperty();
        ChangeListener<ColorScheme> dress = (_, _, now) -> of(now).dress(scene);
        scheme.addListener(dress);
        of(scheme.get()).dress(scene);
    }

    /** Dresses {@code scene}; the stock theme under it is the same for all scenes of the app. */
    public void dress(Scene scene) {
        Application.setUserAgentStylesheet(stock);
        scene.getStylesheets().setAll(stylesheets());
    }

    private List<String> stylesheets() {
        return Stream.concat(Stream.of(tokens), SHAPES.stream()).map(Look::location).toList();
    }

    private static String location(String file) {
        return Objects.requireNonNull(Look.class.getResource("theme/" + file), file)
                .toExternalForm();
    }
}
