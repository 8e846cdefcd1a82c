package chat.snug.hosting;

import java.time.Instant;

/**
 * Somebody whom the host let in or turned away, and who is known again. Immutable.
 *
 * @param key by what they are known
 * @param name what they were called then
 * @param welcome whether they come in without a question, or not at all
 * @param since when that was decided
 */
public record KnownPerson(String key, String name, boolean welcome, Instant since) {}
