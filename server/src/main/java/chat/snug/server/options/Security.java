package chat.snug.server.options;

import chat.snug.key.OwnKey;

/**
 * That those who come in may encrypt, at the same port as those who do not (TLS 1.3 and 1.2).
 *
 * @param key what the server proves to be; whoever knows its fingerprint cannot be deceived
 * @param plain whether people are let in without encryption beside
 */
public record Security(OwnKey key, boolean plain) {}
