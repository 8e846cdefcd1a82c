package chat.snug.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import chat.snug.ui.Settings.Appearance;
import chat.snug.ui.Settings.LookChoice;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
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
     * Dresses {@code scene} as the settings say, and as the system looks where they leave it to the
     * system; again whenever one of them changes, for as long as the app runs. For the one window
     * of the app; on the JavaFX thread.
     */
    public static void follow(Scene scene, ReadOnlyObjectProperty<Settings> settings) {
        var system = Platform.getPreferences().colorSchemeProperty();
        var appearance = settings.map(Settings::appearance);
        appearance.subscribe(now -> of(now.look(), system.get()).dress(scene, now.textPercent()));
        system.subscribe(
                (_, now) -> {
                    Appearance as = settings.get().appearance();
                    of(as.look(), now).dress(scene, as.textPercent());
                });
    }

    private static Look of(LookChoice choice, ColorScheme system) {
        return switch (choice) {
            case SYSTEM -> of(system);
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
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
