package chat.snug.ui.dialogs;

/**
 * Something to be sure of before it is done.
 *
 * @param title what would be done
 * @param text what would come of it
 * @param yes what the button says that does it
 * @param onYes does it; called on the JavaFX thread
 */
public record Question(String title, String text, String yes, Runnable onYes) {}
