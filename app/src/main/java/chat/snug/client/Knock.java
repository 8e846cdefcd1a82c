package chat.snug.client;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits at the door of a host where I am one of those who decide. Immutable.
 *
 * @param id tells them apart
 * @param name what they want to be called, as the host has it
 * @param address where they come from
 * @param account the account by which they were there before, null if by none
 * @param recognisable whether the host knows them again the next time
 */
public record Knock(
        long id, String name, String address, @Nullable String account, boolean recognisable) {}
