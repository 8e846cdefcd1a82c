package chat.snug.ui.shell;

import chat.snug.client.ClientRequest;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.client.Feature;
import chat.snug.ui.composer.ComposerViewModel.Answered;
import chat.snug.ui.timeline.TimelineRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what the timeline of one conversation asks for: with the host, and while that is away, as
 * far as it can, with one's own copy. JavaFX thread.
 */
final class TimelineWishes {
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(2);

    private final ConnectionViewModel connection;
    private final ConversationViewModel conversation;
    private final Clock clock;
    private @Nullable Instant readUntil;
    private Instant tellReadAgain = Instant.MIN;

    TimelineWishes(
            ConnectionViewModel connection, ConversationViewModel conversation, Clock clock) {
        this.connection = connection;
        this.conversation = conversation;
        this.clock = clock;
    }

    /** Whether any part of the past can be asked for. */
    boolean anywhere() {
        return conversation.copy().answers()
                || connection.features().contains(Feature.HISTORY_ANYWHERE);
    }

    void ask(TimelineRequest request) {
        String name = conversation.name();
        switch (request) {
            case TimelineRequest.Again(long token) ->
                    connection.submit(new ClientRequest.Retry(token));
            case TimelineRequest.Earlier(String id, Instant time) -> {
                if (anywhere()) {
                    read(Part.BEFORE, id, time);
                } else {
                    connection.submit(new ClientRequest.Older(name));
                }
            }
            case TimelineRequest.Later(String id, Instant time) -> read(Part.AFTER, id, time);
            case TimelineRequest.Newest _ -> read(Part.NEWEST, null, null);
            case TimelineRequest.Around(String id, Instant time) -> read(Part.AROUND, id, time);
            case TimelineRequest.Read(_, Instant time) -> {
                readUntil = time;
                if (!clock.instant().isBefore(tellReadAgain)) {
                    tellRead();
                }
            }
            case TimelineRequest.Unread(int messages) -> conversation.markUnread(messages);
            case TimelineRequest.React(String id, String what, boolean on) ->
                    connection.submit(new ClientRequest.React(name, id, what, !on));
            case TimelineRequest.Delete(String id) ->
                    connection.submit(new ClientRequest.Redact(name, id, ""));
            case TimelineRequest.Answer(String id, String from, String text) ->
                    conversation.composer().answeredProperty().set(new Answered(id, from, text));
        }
    }

    private void read(Part part, @Nullable String id, @Nullable Instant time) {
        ReadHistory request = new ReadHistory(conversation.name(), part, id, time);
        OwnCopy copy = conversation.copy();
        if (copy.answers()) {
            copy.read(request, page -> conversation.timeline().apply(List.of(page)));
        } else {
            connection.submit(request);
        }
    }

    /** Everything up to {@code time} is read, told at once. */
    void tellRead(@Nullable Instant time) {
        readUntil = time;
        tellRead();
    }

    /** Not for each message of a busy room; what is left is told when one looks away. */
    void tellRead() {
        if (readUntil != null && connection.features().contains(Feature.READ_MARKERS)) {
            connection.submit(new ClientRequest.MarkRead(conversation.name(), readUntil));
            tellReadAgain = clock.instant().plus(BETWEEN_MARKS);
        }
        readUntil = null;
    }
}
