package chat.snug.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Settings}: read once at the start, written by a thread of its own whenever they
 * change. A file that makes no sense is set aside and told, and the app starts with the defaults;
 * one that cannot be written is logged, and the app goes on.
 */
public final class SettingsStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final long CLOSE_SECONDS = 2;

    private final SettingsFile file;
    private final @Nullable Path setAside;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().daemon().name("snug-settings").unstarted(task));
    private final AtomicBoolean writeDue = new AtomicBoolean();
    private volatile Settings settings;

    private SettingsStore(SettingsFile file, Settings settings, @Nullable Path setAside) {
        this.file = file;
        this.settings = settings;
        this.setAside = setAside;
    }

    /** The settings of this person on this computer. */
    public static SettingsStore ofSystem() {
        return in(ConfigFolder.ofSystem());
    }

    /** The settings in {@code folder}, which need not exist. */
    public static SettingsStore in(Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("settings.properties"));
        if (!file.exists()) {
            return new SettingsStore(file, Settings.DEFAULT, null);
        }
        try {
            return new SettingsStore(file, file.read(), null);
        } catch (IOException e) {
            return new SettingsStore(file, Settings.DEFAULT, setAside(file, e));
        }
    }

    private static @Nullable Path setAside(SettingsFile file, IOException broken) {
        try {
            Path aside = file.setAside();
            LOG.warn(
                    "{} makes no sense and is set aside as {} ({})",
                    file.path(),
                    aside,
                    broken.getMessage());
            return aside;
        } catch (IOException e) {
            e.addSuppressed(broken);
            LOG.warn("{} can neither be read nor set aside: check its owner", file.path(), e);
            return null;
        }
    }

    /** What is remembered now; any thread. */
    public Settings get() {
        return settings;
    }

    /** Where a broken file was put when the app started, or null if all was well. */
    public @Nullable Path setAside() {
        return setAside;
    }

    /** Changes what is remembered and has it written; any thread, returns at once. */
    public synchronized void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            if (!writer.isShutdown() && writeDue.compareAndSet(false, true)) {
                writer.execute(this::write);
            }
        }
    }

    private void write() {
        writeDue.set(false);
        try {
            file.write(settings);
        } catch (IOException e) {
            LOG.warn(
                    "Cannot write {}: name and rooms will not be remembered ({})",
                    file.path(),
                    e.toString());
        }
    }

    /** Writes what is due; waits a moment at most. */
    @Override
    public void close() {
        synchronized (this) {
            writer.shutdown();
        }
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} is not written yet: is the disk busy?", file.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
