package chat.snug.ui.shell;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation is shown, with the line above it: as long as the person looks at the window,
 * it is read. JavaFX thread.
 */
final class ShownConversation {
    private final BannerViewModel banner;
    private final Consumer<ConversationViewModel> lookedAt;
    private final ReadOnlyObjectWrapper<@Nullable ConversationViewModel> current =
            new ReadOnlyObjectWrapper<>();
    private final BooleanProperty focused = new SimpleBooleanProperty();

    /**
     * None yet.
     *
     * @param lookedAt told when the person begins to look at a conversation
     */
    ShownConversation(BannerViewModel banner, Consumer<ConversationViewModel> lookedAt) {
        this.banner = banner;
        this.lookedAt = lookedAt;
        focused.addListener((_, _, now) -> setRead(now));
    }

    ReadOnlyObjectProperty<@Nullable ConversationViewModel> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether the person looks at the window. */
    BooleanProperty focusedProperty() {
        return focused;
    }

    /** The line above the conversation. */
    BannerViewModel banner() {
        return banner;
    }

    /** Shows another one, or none. */
    void show(@Nullable ConversationViewModel conversation) {
        if (current.get() != conversation) {
            setRead(false);
            current.set(conversation);
            banner.show(conversation);
            setRead(focused.get());
        }
    }

    private void setRead(boolean read) {
        ConversationViewModel shown = current.get();
        if (shown != null) {
            shown.setRead(read);
            if (read) {
                lookedAt.accept(shown);
            }
        }
    }
}
