package chat.snug.ui;

import chat.snug.hosting.PlatformFolder;
import chat.snug.key.BrokenFile;
import chat.snug.key.PrivateFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small things that a person would miss if they were gone tomorrow: what they began to write, the
 * emoji they like. A properties file in the configuration folder, which a thread of its own reads
 * at the start and writes a moment after a change; one that makes no sense is set aside, and told.
 *
 * <p>JavaFX thread, but for {@link #close}.
 */
public final class Keepsakes implements AutoCloseable {
    /** No more things are kept; the ones changed longest ago go first. */
    static final int MOST = 200;

    /** No longer text is kept. */
    static final int LONGEST = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(Keepsakes.class);
    private static final String FORM = "form";
    private static final String FORM_1 = "1";
    private static final long REST_MILLIS = 700;
    private static final long CLOSE_SECONDS = 2;

    private final @Nullable Path path;
    private final ScheduledThreadPoolExecutor keeper =
            new ScheduledThreadPoolExecutor(
                    1, task -> Thread.ofPlatform().daemon().name("snug-keepsakes").unstarted(task));
    private final List<Runnable> waiting = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private boolean read;
    private boolean writeDue;
    private @Nullable Path setAside;
    private volatile Runnable onUnwritable = () -> {};

    private Keepsakes(@Nullable Path path) {
        this.path = path;
        read = path == null;
        // What waits when the app closes is written at once instead.
        keeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Those of this person on this computer. */
    public static Keepsakes ofSystem(Executor screen) {
        return in(PlatformFolder.CONFIG.ofSystem(), screen);
    }

    /**
     * Those in {@code folder}, which need not exist.
     *
     * @param screen the way onto the JavaFX thread
     */
    public static Keepsakes in(Path folder, Executor screen) {
        return in(folder, "keepsakes.properties", screen);
    }

    /** Those in a file of that name. */
    static Keepsakes in(Path folder, String name, Executor screen) {
        Keepsakes keepsakes = new Keepsakes(folder.resolve(name));
        keepsakes.keeper.execute(() -> keepsakes.read(screen));
        return keepsakes;
    }

    /** Kept until the app ends. */
    public static Keepsakes inMemory() {
        return new Keepsakes(null);
    }

    /** Who is told, on any thread, that the file cannot be written. */
    void setOnUnwritable(Runnable newOnUnwritable) {
        onUnwritable = newOnUnwritable;
    }

    /** Runs {@code task} as soon as all is read; at once if it is. */
    public void whenRead(Runnable task) {
        if (isRead()) {
            task.run();
        } else {
            waiting.add(task);
        }
    }

    private synchronized boolean isRead() {
        return read;
    }

    /** What is kept as {@code key}; empty for nothing. */
    public synchronized String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** Keeps {@code value} as {@code key}; an empty one is not kept any more. */
    public synchronized void put(String key, String value) {
        if (!value.equals(values.get(key)) && value.length() <= LONGEST) {
            // To the end: what is changed last is kept longest.
            values.remove(key);
            values.put(key, value);
            limit();
            writeSoon();
        }
    }

    /** The names of all that is kept. */
    synchronized List<String> names() {
        return values.keySet().stream().filter(key -> !get(key).isEmpty()).toList();
    }

    /** Where it is, null if it ends with the app. */
    @Nullable Path file() {
        return path;
    }

    /** Not before the file is read: what is in it would be lost. */
    private synchronized void writeSoon() {
        if (path != null && read && !writeDue && !keeper.isShutdown()) {
            writeDue = true;
            var _ = keeper.schedule(this::write, REST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void limit() {
        while (values.size() > MOST) {
            values.remove(values.keySet().iterator().next());
        }
    }

    /** Where a file that made no sense was put, or null; known once all is read. */
    public synchronized @Nullable Path setAside() {
        return setAside;
    }

    private void read(Executor screen) {
        Map<String, String> found = Map.of();
        Path aside = null;
        Path file = path;
        if (file != null && Files.exists(file)) {
            try {
                found = load(file);
            } catch (IOException | IllegalArgumentException e) {
                aside = setAside(file, e);
            }
        }
        Map<String, String> kept = found;
        Path moved = aside;
        screen.execute(() -> haveRead(kept, moved));
    }

    private static Map<String, String> load(Path file) throws IOException {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        if (!FORM_1.equals(all.getProperty(FORM))) {
            throw new IOException("Not of a form that is known: " + all.getProperty(FORM));
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String key : all.stringPropertyNames()) {
            if (!key.equals(FORM) && found.size() < MOST) {
                found.put(key, all.getProperty(key));
            }
        }
        return found;
    }

    private static @Nullable Path setAside(Path file, Exception broken) {
        try {
            Path aside = BrokenFile.setAside(file);
            LOG.warn(
                    "{} makes no sense and is set aside as {} ({})",
                    file,
                    aside,
                    broken.toString());
            return aside;
        } catch (IOException e) {
            e.addSuppressed(broken);
            LOG.warn("{} can neither be read nor set aside: check its owner", file, e);
            return null;
        }
    }

    /** What was changed meanwhile is newer than the file. */
    private void haveRead(Map<String, String> found, @Nullable Path aside) {
        synchronized (this) {
            Map<String, String> newer = new LinkedHashMap<>(values);
            values.clear();
            values.putAll(found);
            newer.forEach(
                    (key, value) -> {
                        values.remove(key);
                        values.put(key, value);
                    });
            limit();
            setAside = aside;
            read = true;
            if (!newer.isEmpty()) {
                writeSoon();
            }
        }
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
    }

    private void write() {
        Properties all = new Properties();
        synchronized (this) {
            writeDue = false;
            values.values().removeIf(String::isEmpty);
            all.putAll(values);
        }
        all.setProperty(FORM, FORM_1);
        Path file = path;
        if (file != null) {
            try {
                StringWriter text = new StringWriter();
                all.store(text, "Snug");
                PrivateFile.write(file, text.toString());
            } catch (IOException e) {
                LOG.warn("Cannot write {}: it will not be remembered ({})", file, e.toString());
                onUnwritable.run();
            }
        }
    }

    /** Writes what is due; waits a moment at most. Any thread. */
    @Override
    public void close() {
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} is not written yet: is the disk busy?", path);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean due;
        synchronized (this) {
            due = writeDue;
        }
        if (due) {
            write();
        }
    }
}
