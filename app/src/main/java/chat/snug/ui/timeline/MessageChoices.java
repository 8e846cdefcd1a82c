package chat.snug.ui.timeline;

import chat.snug.client.Feature;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a person can do with a message, as far as the host and their role let them. */
public final class MessageChoices {
    private final Consumer<TimelineRequest> requests;
    private Set<Feature> features = Set.of();
    private boolean moderator;
    private BiConsumer<Message, Runnable> confirmation = (_, yes) -> yes.run();

    MessageChoices(Consumer<TimelineRequest> requests) {
        this.requests = requests;
    }

    /** What the host can do, from now on. */
    public void setFeatures(Set<Feature> now) {
        features = now;
    }

    /** Whether I keep order here: then I may take away what others said, too. */
    public void setModerator(boolean now) {
        moderator = now;
    }

    boolean mayAnswer(Message message) {
        return isThere(message) && features.contains(Feature.REPLIES);
    }

    boolean mayReact(Message message) {
        return isThere(message) && features.contains(Feature.REACTIONS);
    }

    boolean mayDelete(Message message) {
        boolean may = message.mine() || moderator;
        return isThere(message) && may && features.contains(Feature.REDACTION);
    }

    private static boolean isThere(Message message) {
        return message.id() != null && message.marks().deletion() == null;
    }

    /** Begins an answer to it. */
    public void answer(Message message) {
        String id = message.id();
        if (id != null && mayAnswer(message)) {
            String line = IrcFormatting.strip(message.text()).lines().findFirst().orElse("");
            requests.accept(new TimelineRequest.Answer(id, message.from(), line));
        }
    }

    /** Reacts like this, or takes it back if that is what I did. */
    public void react(Message message, String what) {
        String id = message.id();
        if (id != null && mayReact(message)) {
            boolean mine =
                    message.marks().reactions().stream()
                            .anyMatch(r -> r.mine() && r.what().equals(what));
            requests.accept(new TimelineRequest.React(id, what, !mine));
        }
    }

    /** Takes it back; of what others said somebody asks first, see {@link #setConfirmation}. */
    public void delete(Message message) {
        if (!mayDelete(message)) {
            return;
        }
        if (message.mine()) {
            deleteNow(message);
        } else {
            confirmation.accept(message, () -> deleteNow(message));
        }
    }

    private void deleteNow(Message message) {
        String id = message.id();
        if (id != null && mayDelete(message)) {
            requests.accept(new TimelineRequest.Delete(id));
        }
    }

    /** Who asks whether a message of somebody else is to be deleted, and runs what does it. */
    void setConfirmation(BiConsumer<Message, Runnable> asking) {
        confirmation = asking;
    }
}
