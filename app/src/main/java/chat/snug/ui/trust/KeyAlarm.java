package chat.snug.ui.trust;

import chat.snug.client.Address;
import chat.snug.client.KeyMismatch;

/**
 * Whoever answered, or whom an invite names, is not the one who was meant.
 *
 * @param address where
 * @param keys what was expected, and what was found instead
 */
public record KeyAlarm(Address address, KeyMismatch keys) {}
