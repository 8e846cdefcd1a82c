package chat.snug.ui;

import chat.snug.hosting.PlatformFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Settings}: read once at the start, written by a thread of its own whenever they
 * change. A file that makes no sense is set aside and told, and the app starts with the defaults;
 * of one that makes sense in part the rest is the usual, and a copy is set aside. One that cannot
 * be written is logged, and the app goes on.
 */
public final class SettingsStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final long CLOSE_SECONDS = 2;

    private final SettingsFile file;
    private final @Nullable Aside setAside;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().daemon().name("snug-settings").unstarted(task));
    private final AtomicBoolean writeDue = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Settings> live;
    private volatile Settings settings;

    /**
     * What was not understood when the app started.
     *
     * @param file where it is now
     * @param whole whether nothing of it was understood
     */
    public record Aside(Path file, boolean whole) {}

    private SettingsStore(SettingsFile file, Settings settings, @Nullable Aside setAside) {
        this.file = file;
        this.settings = settings;
        this.live = new ReadOnlyObjectWrapper<>(settings);
        this.setAside = setAside;
    }

    /** The settings of this person on this computer. */
    public static SettingsStore ofSystem() {
        return in(PlatformFolder.CONFIG.ofSystem());
    }

    /** The settings in {@code folder}, which need not exist. */
    public static SettingsStore in(Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("settings.properties"));
        if (!file.exists()) {
            return new SettingsStore(file, Settings.DEFAULT, null);
        }
        SettingsText.Understood read;
        try {
            read = file.read();
        } catch (IOException e) {
            return new SettingsStore(file, Settings.DEFAULT, setAside(file, e));
        }
        if (read.ignored().isEmpty()) {
            return new SettingsStore(file, read.settings(), null);
        }
        SettingsStore store =
                new SettingsStore(file, read.settings(), copyAside(file, read.ignored()));
        // What was not understood is told once, not at every start.
        store.writeSoon();
        return store;
    }

    private static @Nullable Aside setAside(SettingsFile file, IOException broken) {
        try {
            Path aside = file.setAside();
            LOG.warn(
                    "{} makes no sense and is set aside as {} ({})",
                    file.path(),
                    aside,
                    broken.getMessage());
            return new Aside(aside, true);
        } catch (IOException e) {
            e.addSuppressed(broken);
            LOG.warn("{} can neither be read nor set aside: check its owner", file.path(), e);
            return null;
        }
    }

    private static @Nullable Aside copyAside(SettingsFile file, List<String> ignored) {
        try {
            Path aside = file.copyAside();
            LOG.warn(
                    "{} in {} make no sense and are the usual again; the file as it was is {}",
                    ignored,
                    file.path(),
                    aside);
            return new Aside(aside, false);
        } catch (IOException e) {
            LOG.warn(
                    "{} in {} make no sense and are the usual again ({})",
                    ignored,
                    file.path(),
                    e.toString());
            return null;
        }
    }

    /** What is remembered now; any thread. */
    public Settings get() {
        return settings;
    }

    /** What is remembered now, for whatever follows it; on the thread of the screens. */
    public ReadOnlyObjectProperty<Settings> live() {
        return live.getReadOnlyProperty();
    }

    /** The file, for a person to find it. */
    public Path file() {
        return file.path();
    }

    /** Where what was broken when the app started is, or null if all was well. */
    public @Nullable Aside setAside() {
        return setAside;
    }

    /**
     * Changes what is remembered and has it written; returns at once. On the thread of the screens.
     */
    public void update(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            writeSoon();
            live.set(changed);
            // Read at once, so that whoever listens without reading is told the next time too.
            live.get();
        }
    }

    private synchronized void writeSoon() {
        if (!writer.isShutdown() && writeDue.compareAndSet(false, true)) {
            writer.execute(this::write);
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
