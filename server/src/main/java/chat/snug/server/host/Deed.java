package chat.snug.server.host;

import java.time.Instant;

/**
 * What was done to look after the rooms. Immutable, any thread.
 *
 * @param when it was done
 * @param who did it; empty for the host
 * @param act what was done
 * @param whom to whom: a name, or a mask; empty if to nobody
 * @param room where, empty if not in a room
 * @param reason why, empty if nothing was said
 */
public record Deed(Instant when, String who, Act act, String whom, String room, String reason) {}
