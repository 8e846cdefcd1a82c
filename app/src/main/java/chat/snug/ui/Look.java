package chat.snug.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/**
 * The two looks of the app: a stock theme, the colours on top of it, and the shapes of all parts.
 */
public enum Look {
    LIGHT(ColorScheme.LIGHT, "theme/light.css", new PrimerLight()),
    DARK(ColorScheme.DARK, "theme/dark.css", new PrimerDark());

    private static final int USUAL_TEXT = 100;

    private final ColorScheme scheme;
    private final String colours;
    private final String stock;

    Look(ColorScheme scheme, String colours, Theme stock) {
        this.scheme = scheme;
        this.colours = colours;
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

    /** Dresses {@code scene} with text of the usual size. */
    public void dress(Scene scene) {
        dress(scene, USUAL_TEXT);
    }

    /**
     * Dresses {@code scene}; the stock theme under it is the same for all scenes of the app.
     *
     * @param textPercent the size of text, and of what stands around it; 100 for the usual one
     */
    public void dress(Scene scene, int textPercent) {
        Application.setUserAgentStylesheet(stock);
        // For the frame that the system draws around the window.
        scene.getPreferences().setColorScheme(scheme);
        scene.getStylesheets().setAll(Stylesheets.of(colours, textPercent));
    }
}
