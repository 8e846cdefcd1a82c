package chat.snug.ui.toast;

/**
 * A line for a moment.
 *
 * @param text what was done
 * @param action what the button says, empty for none
 * @param onAction does it; called on the JavaFX thread
 */
public record Toast(String text, String action, Runnable onAction) {
    /** Says something, and nothing can be done about it. */
    public Toast(String text) {
        this(text, "", () -> {});
    }
}
