package chat.snug.server.host;

import java.time.Instant;

/**
 * Somebody about whom was decided at the door, and who is known again. Immutable, any thread.
 *
 * @param key by what they are known again
 * @param name what they were called then
 * @param welcome whether they were let in, or turned away
 * @param since when
 */
public record Acquaintance(String key, String name, boolean welcome, Instant since) {}
