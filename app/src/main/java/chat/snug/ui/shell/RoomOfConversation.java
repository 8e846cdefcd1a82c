package chat.snug.ui.shell;

import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.room.RoomRules;
import chat.snug.ui.room.SettledRoom;
import chat.snug.ui.toast.Toast;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** The room that a conversation is in, for its settings. */
final class RoomOfConversation implements SettledRoom {
    private final ConversationViewModel conversation;
    private final HostWindow window;

    RoomOfConversation(ConversationViewModel conversation, HostWindow window) {
        this.conversation = conversation;
        this.window = window;
    }

    @Override
    public String name() {
        return conversation.name();
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return conversation.titleProperty();
    }

    @Override
    public ReadOnlyStringProperty topicProperty() {
        return conversation.topicProperty();
    }

    @Override
    public RoomRules rules() {
        return conversation.rules();
    }

    @Override
    public boolean mayModerate() {
        return conversation.moderator().mayModerate();
    }

    @Override
    public @Nullable String nameOfKey(String key) {
        return conversation.people().nameOfKey(key);
    }

    @Override
    public Set<Feature> features() {
        return conversation.connection().features();
    }

    @Override
    public @Nullable OpenRoom own() {
        return conversation.connection().hosted();
    }

    @Override
    public void submit(ClientRequest request) {
        conversation.connection().submit(request);
    }

    @Override
    public void tell(Toast toast) {
        window.tell(toast);
    }

    /** What is remembered of the room says whether a password is to be asked for next time. */
    @Override
    public void doorChanged() {
        window.entered(conversation);
    }
}
