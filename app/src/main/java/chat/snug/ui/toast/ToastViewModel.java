package chat.snug.ui.toast;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The line that is shown for a moment: the newest one, if any. JavaFX thread. */
public final class ToastViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Toast> shown = new ReadOnlyObjectWrapper<>();

    /** What is shown, or null. */
    public ReadOnlyObjectProperty<@Nullable Toast> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a line in place of the one before, which cannot be acted on any more. */
    public void show(Toast toast) {
        shown.set(toast);
    }

    /** Does what the line offers, once; whether it offered anything. */
    public boolean act() {
        Toast now = shown.get();
        if (now == null || now.action().isEmpty()) {
            return false;
        }
        shown.set(null);
        now.onAction().run();
        return true;
    }

    /** It was there long enough. */
    public void dismiss() {
        shown.set(null);
    }
}
