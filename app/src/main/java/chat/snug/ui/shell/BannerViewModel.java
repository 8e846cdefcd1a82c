package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.shell.ConnectionViewModel.State;
import java.time.Clock;
import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The calm line above a conversation while something stands between it and the person: a connection
 * that is gone, or a room that one is not in any more.
 */
public final class BannerViewModel {
    private final Clock clock;
    private final Messages messages;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final InvalidationListener changed = _ -> refresh();
    private @Nullable ConversationViewModel shown;

    BannerViewModel(Clock clock, Messages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** What to say; empty if all is well. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What the button says; empty for none. */
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Whether {@link #tick()} is wanted, about once a second. */
    public ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    void show(@Nullable ConversationViewModel conversation) {
        if (shown != null) {
            shown.connection().stateProperty().removeListener(changed);
            shown.insideProperty().removeListener(changed);
        }
        shown = conversation;
        if (conversation != null) {
            conversation.connection().stateProperty().addListener(changed);
            conversation.insideProperty().addListener(changed);
        }
        refresh();
    }

    /** Does what the button says. */
    public void act() {
        ConversationViewModel conversation = shown;
        if (conversation == null) {
            return;
        }
        if (conversation.connection().stateProperty().get() == State.ONLINE) {
            conversation.connection().enter(conversation.name());
        } else {
            conversation.connection().retryNow();
        }
    }

    /** Time goes by. */
    public void tick() {
        refresh();
    }

    private void refresh() {
        ConversationViewModel conversation = shown;
        if (conversation == null) {
            say("", "");
            counting.set(false);
            return;
        }
        ConnectionViewModel connection = conversation.connection();
        State state = connection.stateProperty().get();
        Standing standing = connection.standing();
        String trouble = standing.trouble();
        switch (state) {
            case ONLINE -> {
                if (conversation.insideProperty().get()) {
                    say("", "");
                } else {
                    String room = conversation.titleProperty().get();
                    say(messages.text("banner.outside", room), messages.text("banner.enter"));
                }
            }
            case KNOCKING -> say(messages.text("banner.knocking"), "");
            case CONNECTING -> say(messages.text("banner.connecting", trouble), "");
            case WAITING ->
                    say(
                            messages.text("banner.waiting", trouble, secondsLeft(standing)),
                            messages.text("banner.try-now"));
            case GONE -> say(trouble, messages.text(action(standing)));
        }
        counting.set(state == State.WAITING);
    }

    private static String action(Standing standing) {
        if (standing.metAnother()) {
            return "banner.look";
        }
        return standing.wantsPassword() ? "banner.password" : "banner.try-again";
    }

    private void say(String newText, String newAction) {
        text.set(newText);
        action.set(newAction);
    }

    /** Rounded up, so that it never says zero while it still waits. */
    private long secondsLeft(Standing standing) {
        Duration left = Duration.between(clock.instant(), standing.nextTry());
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
