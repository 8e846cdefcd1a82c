package chat.snug.server.options;

import java.time.Duration;

/**
 * What is done for those who have connected and have not said yet what they speak, where {@link
 * Security} is offered.
 *
 * @param patience how long may pass until the first byte, or until a handshake is done
 * @param handshakes how many may shake hands at once; the others wait for their turn
 * @param handshakesPerAddress how many of them from one address, so that nobody fills the way in
 */
public record EntryLimits(Duration patience, int handshakes, int handshakesPerAddress) {
    private static final EntryLimits DEFAULTS = new EntryLimits(Duration.ofSeconds(10), 256, 64);

    /** What holds unless the host says otherwise. */
    public static EntryLimits defaults() {
        return DEFAULTS;
    }
}
