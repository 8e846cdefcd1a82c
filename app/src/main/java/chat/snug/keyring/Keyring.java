package chat.snug.keyring;

/**
 * Where a platform keeps secrets for its person, each under a name. One thread at a time; every
 * call blocks, for as long as somebody needs to type what unlocks it.
 */
public interface Keyring {
    /** What is kept under {@code name}; empty for nothing. */
    String get(String name) throws KeyringException;

    /** Keeps {@code secret} under {@code name}, instead of what was there. */
    void put(String name, String secret) throws KeyringException;

    /** Keeps nothing under {@code name} any more. */
    void remove(String name) throws KeyringException;

    /** Whether it does all this just now without asking somebody to unlock it. */
    boolean isOpen() throws KeyringException;
}
