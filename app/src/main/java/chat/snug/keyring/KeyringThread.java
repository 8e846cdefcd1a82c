package chat.snug.keyring;

import chat.snug.keyring.KeyringException.Trouble;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a keyring, one thing after another, on a thread of its own, and gives up on an answer that
 * does not come. The keyring is looked for when something is asked of it first. One that is silent
 * is asked nothing more until it has answered, and what waits while somebody refuses to unlock it
 * is refused too: nobody is asked twice for one thing. Any thread; nothing here waits, but for
 * {@link #close}.
 */
public final class KeyringThread implements AutoCloseable {
    /** Long enough to find out what unlocks a keyring and to type it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(KeyringThread.class);

    private final @Nullable Supplier<Keyring> finder;
    private final Duration patience;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable CompletableFuture<Answer> running;
    private final AtomicInteger refusals = new AtomicInteger();
    private @Nullable Keyring keyring; // of its thread

    /**
     * What came of asking.
     *
     * @param trouble why it was not done, null if it was
     * @param secret what was asked for, empty for nothing
     */
    public record Answer(@Nullable Trouble trouble, String secret) {
        /** A secret is nobody's business. */
        @Override
        public String toString() {
            return "Answer[" + trouble + ']';
        }
    }

    private interface Errand {
        String run(Keyring keyring) throws KeyringException;
    }

    /**
     * With the keyring that {@code finder} makes when it is wanted first.
     *
     * @param patience how long an answer may take
     */
    public KeyringThread(Supplier<Keyring> finder, Duration patience) {
        this(patience, finder);
    }

    private KeyringThread(Duration patience, @Nullable Supplier<Keyring> finder) {
        this.finder = finder;
        this.patience = patience;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> Thread.ofPlatform().daemon().name("snug-keyring").unstarted(task));
    }

    /**
     * With that of this computer. Whether it is there shows when it is used: where there is none,
     * the answer says so at once.
     */
    public static KeyringThread ofSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") || system.startsWith("mac")
                ? none() // nobody could try them: a file in the person's own folder instead
                : new KeyringThread(() -> new SecretService(), PATIENCE); // loaded when wanted
    }

    /** Without any keyring: answers so at once. */
    public static KeyringThread none() {
        return new KeyringThread(PATIENCE, null);
    }

    /** Whether there may be a keyring. */
    public boolean mayBeThere() {
        return finder != null;
    }

    /** Asks for what is kept under {@code name}. */
    public CompletableFuture<Answer> get(String name) {
        return ask(asking(there -> there.get(name)));
    }

    /** Has a secret kept, and looks whether it is. */
    public CompletableFuture<Answer> put(String name, String secret) {
        return ask(asking(there -> put(there, name, secret)));
    }

    /** The same, if nobody has to unlock the keyring for it. */
    public CompletableFuture<Answer> putQuietly(String name, String secret) {
        return ask(there -> put(open(there), name, secret));
    }

    /** Has what is kept under {@code name} removed. */
    public CompletableFuture<Answer> remove(String name) {
        return ask(asking(there -> remove(there, name)));
    }

    /** The same, if nobody has to unlock the keyring for it. */
    public CompletableFuture<Answer> removeQuietly(String name) {
        return ask(there -> remove(open(there), name));
    }

    /** For which somebody may be asked to unlock it, who may refuse. */
    private Errand asking(Errand errand) {
        return there -> {
            try {
                return errand.run(there);
            } catch (KeyringException e) {
                if (e.trouble() == Trouble.LOCKED) {
                    var _ = refusals.incrementAndGet();
                }
                throw e;
            }
        };
    }

    private static Keyring open(Keyring there) throws KeyringException {
        if (!there.isOpen()) {
            throw new KeyringException(Trouble.LOCKED, "It is locked");
        }
        return there;
    }

    private static String put(Keyring there, String name, String secret) throws KeyringException {
        there.put(name, secret);
        if (!there.get(name).equals(secret)) {
            throw new KeyringException(Trouble.FAILED, "It does not have what it was given");
        }
        return "";
    }

    private static String remove(Keyring there, String name) throws KeyringException {
        there.remove(name);
        return "";
    }

    private CompletableFuture<Answer> ask(Errand errand) {
        Supplier<Keyring> from = finder;
        if (from == null) {
            return CompletableFuture.completedFuture(new Answer(Trouble.ABSENT, ""));
        }
        Answer silence = new Answer(Trouble.SILENT, "");
        CompletableFuture<Answer> before = running;
        if (before != null && before.isDone()) {
            return CompletableFuture.completedFuture(silence);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        int refusalsBefore = refusals.get();
        try {
            thread.execute(() -> run(errand, from, refusalsBefore, answer));
        } catch (RejectedExecutionException _) {
            return CompletableFuture.completedFuture(silence); // the app is closing
        }
        return answer.completeOnTimeout(silence, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(
            Errand errand,
            Supplier<Keyring> from,
            int refusalsBefore,
            CompletableFuture<Answer> answer) {
        if (answer.isDone()) {
            return;
        }
        if (refusals.get() != refusalsBefore) {
            answer.complete(new Answer(Trouble.LOCKED, ""));
            return;
        }
        running = answer;
        Answer result;
        try {
            result = new Answer(null, errand.run(found(from)));
        } catch (KeyringException e) {
            LOG.info("The keyring: {}", e.toString());
            result = new Answer(e.trouble(), "");
        } catch (RuntimeException | LinkageError e) {
            // Not its message: nobody knows what a library says of what it was given.
            LOG.warn("The keyring failed: {}", e.getClass().getName());
            result = new Answer(Trouble.FAILED, "");
        }
        running = null;
        answer.complete(result);
    }

    private Keyring found(Supplier<Keyring> from) {
        Keyring there = keyring;
        if (there == null) {
            there = from.get();
            keyring = there;
        }
        return there;
    }

    /** Asks nothing any more; waits a moment at most for what is being asked. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("The keyring is silent and left alone");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
