package chat.snug.server.accounts;

import chat.snug.account.Verifier;

/**
 * A name that belongs to whoever knows its password.
 *
 * @param name as its owner writes it
 * @param verifier what the password is checked against
 * @param registeredAt when it was made, in milliseconds of the epoch
 */
public record Account(String name, Verifier verifier, long registeredAt) {}
