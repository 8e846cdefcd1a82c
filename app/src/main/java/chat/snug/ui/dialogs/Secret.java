package chat.snug.ui.dialogs;

import java.util.function.Consumer;

/**
 * A word that only the person knows, to be typed before something can go on.
 *
 * @param title what it is for
 * @param text what to know about it
 * @param yes what the button says
 * @param onYes gets what was typed, never empty; called on the JavaFX thread
 */
public record Secret(String title, String text, String yes, Consumer<String> onYes) {}
