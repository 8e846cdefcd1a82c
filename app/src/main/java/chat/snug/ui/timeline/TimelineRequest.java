package chat.snug.ui.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a timeline asks of its conversation. */
public sealed interface TimelineRequest {
    /** Send a message of mine again that did not get there, by the token it was sent with. */
    record Again(long token) implements TimelineRequest {}

    /** The page of history that ends before the oldest that is loaded. */
    record Earlier(@Nullable String id, Instant time) implements TimelineRequest {}

    /** The page of history that begins after the newest that is loaded. */
    record Later(@Nullable String id, Instant time) implements TimelineRequest {}

    /** The newest page of history. */
    record Newest() implements TimelineRequest {}

    /** The page of history around a message, or around a moment; one of them may be null. */
    record Around(@Nullable String id, @Nullable Instant time) implements TimelineRequest {}

    /** Everything up to this message is read. */
    record Read(@Nullable String id, Instant time) implements TimelineRequest {}

    /** So many messages are unread again, because the person said so. */
    record Unread(int messages) implements TimelineRequest {}

    /** Put a reaction on a message, or take mine back. */
    record React(String id, String what, boolean on) implements TimelineRequest {}

    /** Take a message back. */
    record Delete(String id) implements TimelineRequest {}

    /** Write an answer to a message: its id, who said it, and its first words. */
    record Answer(String id, String from, String text) implements TimelineRequest {}
}
