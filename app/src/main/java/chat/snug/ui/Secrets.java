package chat.snug.ui;

import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread;
import chat.snug.keyring.KeyringThread.Answer;
import chat.snug.ui.KeptSecrets.Handover;
import chat.snug.ui.Passwords.Mishap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by name: in the platform's keyring where there is one that takes them, else in the file.
 * Here the keyring is asked; {@link KeptSecrets} knows what came of it. JavaFX thread, but for
 * {@link #close}.
 */
final class Secrets {
    private final KeptSecrets kept;
    private final KeyringThread keyring;
    private final Executor screen;
    private final Set<Mishap> told = EnumSet.noneOf(Mishap.class);
    private boolean tidying;
    private boolean refused;
    private Consumer<Mishap> onMishap = _ -> {};
    private Runnable onChange = () -> {};

    /**
     * Those in {@code file} and {@code keyring}.
     *
     * @param secret which names in {@code file} are of secrets
     * @param screen the way onto the JavaFX thread
     */
    Secrets(Keepsakes file, Predicate<String> secret, KeyringThread keyring, Executor screen) {
        kept = new KeptSecrets(file, secret);
        this.keyring = keyring;
        this.screen = screen;
    }

    /** Who is told what the keyring did not do. */
    void setOnMishap(Consumer<Mishap> newOnMishap) {
        onMishap = newOnMishap;
    }

    /** Who is told that something is elsewhere now. */
    void setOnChange(Runnable newOnChange) {
        onChange = newOnChange;
    }

    /** Whether this computer may have a keyring. */
    boolean mayHaveKeyring() {
        return keyring.mayBeThere();
    }

    /** Whether something is kept under {@code name}. */
    boolean has(String name) {
        return kept.has(name);
    }

    /** The names of all that is kept. */
    List<String> names() {
        return kept.names();
    }

    /** How many the keyring has for sure. */
    int inKeyring() {
        return kept.inKeyring().size();
    }

    /** How many are in the file. */
    int inFile() {
        return kept.inFile().size();
    }

    /** How many the keyring still has to forget. */
    int toForget() {
        return kept.toForget().size();
    }

    /** Keeps a secret. */
    void keep(String name, String value) {
        Handover handover = kept.handOver(name, value);
        answered(keyring.put(name, value), answer -> handedOver(handover, answer.trouble()));
    }

    private void handedOver(Handover handover, @Nullable Trouble trouble) {
        if (!kept.handedOver(handover, trouble)) {
            return;
        }
        onChange.run();
        if (trouble == null) {
            works();
        } else if (trouble != Trouble.ABSENT) {
            tell(Mishap.NOT_TAKEN);
        }
    }

    /** Asks for a secret; the answer is there at once unless the keyring has it. */
    CompletableFuture<Answer> get(String name) {
        if (!kept.isAway(name)) {
            return CompletableFuture.completedFuture(new Answer(null, kept.here(name)));
        }
        CompletableFuture<Answer> asked = keyring.get(name);
        answered(asked, answer -> got(name, answer));
        return asked;
    }

    private void got(String name, Answer answer) {
        if (answer.trouble() != null) {
            return; // whoever asked is told
        }
        if (answer.secret().isEmpty()) {
            kept.isGone(name);
        }
        onChange.run();
        works();
    }

    /** Keeps it no more. */
    void forget(String name) {
        if (kept.forget(name)) {
            answered(keyring.remove(name), answer -> forgotten(name, answer.trouble()));
        }
    }

    private void forgotten(String name, @Nullable Trouble trouble) {
        if (trouble != null) {
            tell(Mishap.NOT_FORGOTTEN);
            return;
        }
        kept.forgotten(name);
        onChange.run();
        works();
    }

    /** The keyring has done something that somebody wanted. */
    private void works() {
        refused = false;
        told.clear();
        tidy();
    }

    /** Once, until it works again. */
    private void tell(Mishap mishap) {
        if (told.add(mishap)) {
            onMishap.accept(mishap);
        }
    }

    /**
     * Does what the keyring did not do before, one thing after another, as long as nobody has to
     * unlock it: what is to be forgotten goes, what is in the file moves into it. What is refused
     * once is not tried again before it has done something else.
     */
    void tidy() {
        if (tidying || refused) {
            return;
        }
        List<String> toForget = kept.toForget();
        List<String> toMove = kept.toMove();
        if (!toForget.isEmpty()) {
            forgetQuietly(toForget.getFirst());
        } else if (!toMove.isEmpty()) {
            move(toMove.getFirst());
        }
    }

    private void forgetQuietly(String name) {
        tidying = true;
        answered(
                keyring.removeQuietly(name),
                answer -> {
                    if (answer.trouble() == null) {
                        kept.forgotten(name);
                    }
                    tidied(answer.trouble());
                });
    }

    private void move(String name) {
        tidying = true;
        Handover handover = kept.handOver(name, kept.here(name));
        answered(
                keyring.putQuietly(name, handover.value()),
                answer -> {
                    var _ = kept.handedOver(handover, answer.trouble());
                    tidied(answer.trouble());
                });
    }

    private void tidied(@Nullable Trouble trouble) {
        tidying = false;
        refused = trouble != null;
        if (trouble == null) {
            onChange.run();
            tidy();
        }
    }

    private void answered(CompletableFuture<Answer> asked, Consumer<Answer> then) {
        var _ = asked.thenAcceptAsync(then, screen);
    }

    /** Writes what is due, and what the keyring has not taken yet. Any thread. */
    void close() {
        kept.close();
        keyring.close();
    }
}
