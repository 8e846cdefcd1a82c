package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets this computer remember of how they come in at a host: the password of the
 * door, and their account. It is in a file of its own that only they may read. What is remembered
 * was told to a host over an encrypted connection, and so goes to no other: whoever is known as
 * encrypted is spoken with by the same proof or not at all. JavaFX thread.
 */
public final class Passwords {
    private static final String DOOR = "door.";
    private static final String ACCOUNT = "account.";
    private static final String OF_ACCOUNT = "account-password.";

    private final Keepsakes kept;

    /** Those of this person on this computer. */
    public static Passwords ofSystem(Executor screen) {
        return in(ConfigFolder.ofSystem(), screen);
    }

    /**
     * Those in {@code folder}, which need not exist.
     *
     * @param screen the way onto the JavaFX thread
     */
    public static Passwords in(Path folder, Executor screen) {
        return new Passwords(Keepsakes.in(folder, "passwords.properties", screen));
    }

    /** What stands in {@code kept}, which nothing else does. */
    public Passwords(Keepsakes kept) {
        this.kept = kept;
    }

    /** What opens the door there, null if that is not remembered. */
    public @Nullable String door(Address host) {
        String password = kept.get(DOOR + host.display());
        return password.isEmpty() ? null : password;
    }

    /** Remembers what opens the door; null forgets it. */
    public void door(Address host, @Nullable String password) {
        kept.put(DOOR + host.display(), password == null ? "" : password);
    }

    /** The account there and its password, null if they are not remembered. */
    public @Nullable SignIn account(Address host) {
        String password = kept.get(OF_ACCOUNT + host.display());
        String name = kept.get(ACCOUNT + host.display());
        return password.isEmpty() ? null : new SignIn(name, password);
    }

    /** Remembers an account; null forgets it. */
    public void account(Address host, @Nullable SignIn account) {
        kept.put(ACCOUNT + host.display(), account == null ? "" : account.account());
        kept.put(OF_ACCOUNT + host.display(), account == null ? "" : account.password());
    }

    /** Forgets all of it. */
    public void forgetAll() {
        kept.clear();
    }

    /** Whether nothing is remembered. */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Where it is, null if it ends with the app. */
    public @Nullable Path file() {
        return kept.file();
    }

    /** Writes what is due. Any thread. */
    void close() {
        kept.close();
    }
}
