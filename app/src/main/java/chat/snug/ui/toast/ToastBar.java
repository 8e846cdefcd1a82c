package chat.snug.ui.toast;

import chat.snug.ui.Messages;
import chat.snug.ui.Shaping;
import chat.snug.ui.Shortcut;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a {@link ToastViewModel} at the upper edge of what it lies over. A line stays while the
 * pointer or the keyboard is on it.
 */
public final class ToastBar extends StackPane {
    private static final Duration LONG_ENOUGH = Duration.seconds(8);

    private final Label text = new Label();
    private final Button action = new Button();
    private final HBox line = new HBox(text, action);
    private final PauseTransition time = new PauseTransition(LONG_ENOUGH);

    /** Shows {@code model}, which lives as long as the window. */
    public ToastBar(ToastViewModel model, Messages messages) {
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setAlignment(Pos.TOP_CENTER);
        line.getStyleClass().add("toast");
        line.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setVisible(false);
        text.getStyleClass().add("toast-text");
        text.setId("toast-text");
        Shaping.wrap(text);
        action.getStyleClass().add("text-button");
        action.setId("toast-action");
        action.setMinWidth(USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        action.setTooltip(
                new Tooltip(messages.text("toast.shortcut", Shortcut.UNDO.display().getFirst())));
        action.setOnAction(_ -> model.act());
        getChildren().add(line);
        time.setOnFinished(_ -> model.dismiss());
        line.hoverProperty().addListener((_, _, now) -> run(!now));
        action.focusedProperty().addListener((_, _, now) -> run(!now));
        model.shownProperty().addListener((_, _, now) -> follow(now));
        follow(model.shownProperty().get());
    }

    private void follow(@Nullable Toast now) {
        time.stop();
        line.setVisible(now != null);
        if (now != null) {
            text.setText(now.text());
            line.setAccessibleText(now.text());
            action.setText(now.action());
            action.setVisible(!now.action().isEmpty());
            run(!line.isHover() && !action.isFocused());
        }
    }

    /** Starts from the beginning, or waits. */
    private void run(boolean counts) {
        if (counts && line.isVisible()) {
            time.playFromStart();
        } else {
            time.stop();
        }
    }
}
