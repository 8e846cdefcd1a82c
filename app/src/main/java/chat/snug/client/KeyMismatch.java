package chat.snug.client;

import chat.snug.key.Fingerprint;

/**
 * A host has shown another key than the one it was to show.
 *
 * @param expected the key of the host that was meant
 * @param shown the key of whoever answered
 * @param known whether this computer has met the host by the expected key, or only the invite says
 *     so
 */
public record KeyMismatch(Fingerprint expected, Fingerprint shown, boolean known) {}
