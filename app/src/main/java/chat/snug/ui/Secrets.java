package chat.snug.ui;

import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread;
import chat.snug.keyring.KeyringThread.Answer;
import chat.snug.ui.Passwords.Mishap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Secrets by name: in the platform's keyring where there is one that takes them, else in the file.
 * The file also has the names of those that the keyring has, so that it is asked for nothing else.
 * A secret leaves the file when the keyring has been seen to have it, not before.
 *
 * <p>JavaFX thread, but for {@link #close}.
 */
final class Secrets {
    /** Before the names of what the keyring has, or has to forget. */
    private static final String IN_KEYRING = "keyring.";

    private static final String YES = "yes";
    private static final String FORGET = "forget";

    private final Keepsakes kept;
    private final Predicate<String> secret;
    private final KeyringThread keyring;
    private final Executor screen;

    /** What the keyring is being given, and is nowhere else yet. */
    private final Map<String, String> given = new LinkedHashMap<>();

    private final Set<Mishap> told = EnumSet.noneOf(Mishap.class);
    private boolean tidying;
    private boolean refused;
    private Consumer<Mishap> onMishap = _ -> {};
    private Runnable onChange = () -> {};

    /**
     * Those in {@code kept} and {@code keyring}.
     *
     * @param secret which names in {@code kept} are of secrets
     * @param screen the way onto the JavaFX thread
     */
    Secrets(Keepsakes kept, Predicate<String> secret, KeyringThread keyring, Executor screen) {
        this.kept = kept;
        this.secret = secret;
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

    /** Keeps a secret. */
    synchronized void keep(String name, String value) {
        String before = mark(name);
        given.put(name, value);
        mark(name, YES);
        answered(keyring.put(name, value), answer -> taken(name, value, before, answer));
    }

    private void taken(String name, String value, String before, Answer answer) {
        Trouble trouble = answer.trouble();
        synchronized (this) {
            if (!given.remove(name, value)) {
                return; // another one is kept since, or none
            }
            if (trouble == null) {
                kept.put(name, "");
            } else {
                kept.put(name, value);
                unmark(name, before, trouble);
            }
        }
        onChange.run();
        if (trouble == null) {
            works();
        } else if (trouble != Trouble.ABSENT) {
            tell(Mishap.NOT_TAKEN);
        }
    }

    /** Whether this computer may have a keyring. */
    boolean mayHaveKeyring() {
        return keyring.mayBeThere();
    }

    /** Whether something is kept under {@code name}. */
    synchronized boolean has(String name) {
        return given.containsKey(name) || !kept.get(name).isEmpty() || mark(name).equals(YES);
    }

    /** Asks for a secret; the answer is there at once unless the keyring has it. */
    synchronized CompletableFuture<Answer> get(String name) {
        String here = given.getOrDefault(name, kept.get(name));
        if (!here.isEmpty() || !mark(name).equals(YES)) {
            return CompletableFuture.completedFuture(new Answer(null, here));
        }
        CompletableFuture<Answer> asked = keyring.get(name);
        answered(asked, answer -> got(name, answer));
        return asked;
    }

    private void got(String name, Answer answer) {
        if (answer.trouble() != null) {
            return; // whoever asked is told
        }
        synchronized (this) {
            if (answer.secret().isEmpty() && mark(name).equals(YES) && !given.containsKey(name)) {
                mark(name, ""); // somebody took it out
            }
        }
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

    /** Keeps it no more. */
    void forget(String name) {
        synchronized (this) {
            given.remove(name);
            kept.put(name, "");
            if (mark(name).isEmpty()) {
                return;
            }
            mark(name, FORGET);
        }
        answered(
                keyring.remove(name),
                answer -> {
                    if (answer.trouble() == null) {
                        forgotten(name);
                        works();
                    } else {
                        tell(Mishap.NOT_FORGOTTEN);
                    }
                });
    }

    private void forgotten(String name) {
        synchronized (this) {
            if (mark(name).equals(FORGET)) {
                mark(name, "");
            }
        }
        onChange.run();
    }

    /** The names of all that is kept. */
    synchronized List<String> names() {
        return kept.names().stream()
                .map(name -> name.startsWith(IN_KEYRING) ? unmarked(name) : name)
                .filter(secret)
                .filter(this::has)
                .distinct()
                .toList();
    }

    /** How many the keyring has for sure. */
    synchronized int inKeyring() {
        return (int)
                names().stream()
                        .filter(name -> !given.containsKey(name) && kept.get(name).isEmpty())
                        .count();
    }

    /** How many are in the file. */
    synchronized int inFile() {
        return (int) kept.names().stream().filter(secret).count();
    }

    /** How many the keyring still has to forget. */
    synchronized int toForget() {
        return (int) kept.names().stream().filter(name -> kept.get(name).equals(FORGET)).count();
    }

    /**
     * Does what the keyring did not do before, one thing after another, as long as nobody has to
     * unlock it: what is in the file moves into it, what is to be forgotten goes. What is refused
     * once is not tried again before it has done something else.
     */
    synchronized void tidy() {
        if (tidying || refused) {
            return;
        }
        for (String name : kept.names()) {
            if (name.startsWith(IN_KEYRING) && kept.get(name).equals(FORGET)) {
                tidying = true;
                String of = unmarked(name);
                answered(
                        keyring.removeQuietly(of),
                        answer -> tidied(answer, () -> forgotten(of), () -> {}));
                return;
            }
            if (secret.test(name) && !given.containsKey(name)) {
                tidying = true;
                move(name, kept.get(name), mark(name));
                return;
            }
        }
    }

    private void move(String name, String value, String before) {
        mark(name, YES);
        answered(
                keyring.putQuietly(name, value),
                answer ->
                        tidied(
                                answer,
                                () -> moved(name, value),
                                () -> stays(name, before, answer)));
    }

    private void moved(String name, String value) {
        synchronized (this) {
            if (kept.get(name).equals(value)) {
                kept.put(name, "");
            }
        }
        onChange.run();
    }

    private synchronized void stays(String name, String before, Answer answer) {
        Trouble trouble = answer.trouble();
        if (trouble != null && mark(name).equals(YES) && !given.containsKey(name)) {
            unmark(name, before, trouble);
        }
    }

    private void tidied(Answer answer, Runnable done, Runnable otherwise) {
        tidying = false;
        if (answer.trouble() == null) {
            done.run();
            tidy();
        } else {
            refused = true;
            otherwise.run();
        }
    }

    private void answered(CompletableFuture<Answer> asked, Consumer<Answer> then) {
        var _ = asked.thenAcceptAsync(then, screen);
    }

    private String mark(String name) {
        return kept.get(IN_KEYRING + name);
    }

    private void mark(String name, String as) {
        kept.put(IN_KEYRING + name, as);
    }

    /** The keyring was given something and did not say that it has it. */
    private void unmark(String name, String before, Trouble trouble) {
        switch (trouble) {
            case ABSENT, LOCKED -> mark(name, before);
            case SILENT, FAILED -> {} // it may have it all the same
        }
    }

    private static String unmarked(String name) {
        return name.substring(IN_KEYRING.length());
    }

    /** Writes what is due, and what the keyring has not taken yet. Any thread. */
    void close() {
        synchronized (this) {
            given.forEach(kept::put);
            given.clear();
        }
        kept.close();
        keyring.close();
    }
}
