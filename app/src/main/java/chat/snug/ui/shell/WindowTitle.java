package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;

/** What stands above the window: what is shown in it, whatever its name is now, and the unread. */
final class WindowTitle extends StringBinding {
    private final ShellViewModel shell;
    private final Messages messages;

    WindowTitle(ShellViewModel shell, Messages messages) {
        this.shell = shell;
        this.messages = messages;
        bind(shell.unreadProperty(), messages.localeProperty());
        shell.currentProperty().addListener((_, before, now) -> follow(before, now));
        follow(null, shell.shown());
    }

    private void follow(
            @Nullable ConversationViewModel before, @Nullable ConversationViewModel now) {
        if (before != null) {
            unbind(before.titleProperty());
        }
        if (now != null) {
            bind(now.titleProperty());
        }
        invalidate();
    }

    @Override
    protected String computeValue() {
        ConversationViewModel shown = shell.shown();
        String where = shown == null ? "" : shown.titleProperty().get();
        int unread = shell.unreadProperty().get();
        String title =
                where.isEmpty() ? messages.text("app.name") : messages.text("window.title", where);
        return unread == 0 ? title : messages.text("window.unread", unread, title);
    }
}
