package chat.snug.ui.mentions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is meant for the person.
 *
 * @param where the conversation it is in, whatever that is to whoever put it here; told apart by
 *     identity
 * @param id the message's id, or null where there are none
 * @param from who said it
 * @param place the room's name, with its host
 * @param text what was said, bounded
 * @param go shows the message; on the JavaFX thread
 */
public record Mention(
        Object where,
        @Nullable String id,
        Instant time,
        String from,
        String place,
        String text,
        Runnable go) {}
