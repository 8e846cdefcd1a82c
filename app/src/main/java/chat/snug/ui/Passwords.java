package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.hosting.PlatformFolder;
import chat.snug.keyring.KeyringThread;
import chat.snug.keyring.KeyringThread.Answer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets this computer remember of how they come in at a host: the password of the
 * door, and their account. It is in the platform's keyring, or where that does not take it in a
 * file of its own that only they may read. What is remembered was told to a host over an encrypted
 * connection, and so goes to no other: whoever is known as encrypted is spoken with by the same
 * proof or not at all. JavaFX thread.
 */
public final class Passwords {
    private static final String DOOR = "door.";
    private static final String ACCOUNT = "account.";
    private static final String OF_ACCOUNT = "account-password.";

    private final Keepsakes kept;
    private final Secrets secrets;
    private final Executor screen;

    /**
     * What is remembered of a host.
     *
     * @param door what opens it, null if that is not remembered or not here
     * @param doorWithheld whether the keyring has what opens it, and does not give it
     * @param account the account, null if none is remembered or its password is not here
     * @param accountWithheld whether the keyring has its password, and does not give it
     */
    public record Remembered(
            @Nullable String door,
            boolean doorWithheld,
            @Nullable SignIn account,
            boolean accountWithheld) {
        /** A secret is nobody's business. */
        @Override
        public String toString() {
            return "Remembered[" + doorWithheld + ", " + accountWithheld + ']';
        }
    }

    /** What did not work, to be told to the person. */
    public enum Mishap {
        /** It did not take a password, which is in the file. */
        NOT_TAKEN,
        /** It has a password that is to be forgotten, and forgets it when it is used again. */
        NOT_FORGOTTEN,
        /** Neither did the file: what is remembered is so until the app ends. */
        NOT_KEPT
    }

    /**
     * Where everything is.
     *
     * @param inKeyring how many passwords the keyring has
     * @param inFile how many are in the file
     * @param toForget how many the keyring still has and shall forget
     */
    public record Places(int inKeyring, int inFile, int toForget) {}

    /** Those of this person on this computer. */
    public static Passwords ofSystem(Executor screen) {
        return in(PlatformFolder.CONFIG.ofSystem(), KeyringThread.ofSystem(), screen);
    }

    /**
     * Those in {@code folder}, which need not exist, and in {@code keyring}.
     *
     * @param screen the way onto the JavaFX thread
     */
    public static Passwords in(Path folder, KeyringThread keyring, Executor screen) {
        return new Passwords(Keepsakes.in(folder, "passwords.properties", screen), keyring, screen);
    }

    /** Kept until the app ends. */
    public static Passwords inMemory() {
        return new Passwords(Keepsakes.inMemory(), KeyringThread.none(), Runnable::run);
    }

    private Passwords(Keepsakes kept, KeyringThread keyring, Executor screen) {
        this.kept = kept;
        this.screen = screen;
        secrets = new Secrets(kept, Passwords::isSecret, keyring, screen);
    }

    private static boolean isSecret(String name) {
        return name.startsWith(DOOR) || name.startsWith(OF_ACCOUNT);
    }

    /** Who is told what did not work. */
    public void setOnMishap(Consumer<Mishap> onMishap) {
        secrets.setOnMishap(onMishap);
        kept.setOnUnwritable(() -> screen.execute(() -> onMishap.accept(Mishap.NOT_KEPT)));
    }

    /** Who is told that something is elsewhere now. */
    public void setOnChange(Runnable onChange) {
        secrets.setOnChange(onChange);
    }

    /**
     * Hands over what is remembered of a host: at once, unless the keyring has to be asked.
     *
     * @param door whether what opens the door is wanted
     * @param account whether the account is
     */
    public void recall(Address host, boolean door, boolean account, Consumer<Remembered> then) {
        CompletableFuture<Answer> opener = ask(door, DOOR + host.display());
        CompletableFuture<Answer> secret = ask(account, OF_ACCOUNT + host.display());
        CompletableFuture<Remembered> both =
                opener.thenCombine(
                        secret,
                        (first, second) ->
                                new Remembered(
                                        first.secret().isEmpty() ? null : first.secret(),
                                        first.trouble() != null,
                                        second.secret().isEmpty()
                                                ? null
                                                : new SignIn(
                                                        kept.get(ACCOUNT + host.display()),
                                                        second.secret()),
                                        second.trouble() != null));
        if (both.isDone()) {
            then.accept(both.join());
        } else {
            var _ = both.thenAcceptAsync(then, screen);
        }
    }

    private CompletableFuture<Answer> ask(boolean wanted, String name) {
        if (!wanted || !secrets.has(name)) {
            return CompletableFuture.completedFuture(new Answer(null, ""));
        }
        CompletableFuture<Answer> asked = secrets.get(name);
        secrets.tidy();
        return asked;
    }

    /** Remembers what opens the door; null forgets it. */
    public void door(Address host, @Nullable String password) {
        keep(DOOR + host.display(), password == null ? "" : password);
    }

    /** Remembers an account; null forgets it. */
    public void account(Address host, @Nullable SignIn account) {
        kept.put(ACCOUNT + host.display(), account == null ? "" : account.account());
        keep(OF_ACCOUNT + host.display(), account == null ? "" : account.password());
    }

    private void keep(String name, String secret) {
        if (secret.isEmpty()) {
            secrets.forget(name);
        } else {
            secrets.keep(name, secret);
        }
    }

    /** Forgets all of it. */
    public void forgetAll() {
        secrets.names().forEach(secrets::forget);
        kept.names().stream()
                .filter(name -> name.startsWith(ACCOUNT))
                .forEach(name -> kept.put(name, ""));
    }

    /** Whether nothing is remembered. */
    public boolean isEmpty() {
        return secrets.names().isEmpty();
    }

    /** Where everything is. */
    public Places places() {
        return new Places(secrets.inKeyring(), secrets.inFile(), secrets.toForget());
    }

    /** Whether this computer may have a keyring. */
    public boolean mayHaveKeyring() {
        return secrets.mayHaveKeyring();
    }

    /** The file, null if it ends with the app. */
    public @Nullable Path file() {
        return kept.file();
    }

    /** Writes what is due. Any thread. */
    void close() {
        secrets.close();
    }
}
