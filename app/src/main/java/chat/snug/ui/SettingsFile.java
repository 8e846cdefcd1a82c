package chat.snug.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** {@link Settings} as a properties file in UTF-8. Reads and writes in the calling thread. */
final class SettingsFile {
    private final Path path;

    SettingsFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * What the file says.
     *
     * @throws IOException if it cannot be read or makes no sense
     */
    Settings read() throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(path)) {
            values.load(in);
            return new Settings(values.getProperty("name", ""), recents(values), window(values));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("Not settings: " + e.getMessage(), e);
        }
    }

    private static Settings.Window window(Properties values) {
        Settings.Window usual = Settings.Window.DEFAULT;
        return new Settings.Window(
                number(values, "window.width", usual.width()),
                number(values, "window.height", usual.height()),
                Boolean.parseBoolean(values.getProperty("window.maximised")));
    }

    private static double number(Properties values, String key, double usual) {
        String text = values.getProperty(key);
        return text == null ? usual : Double.parseDouble(text);
    }

    private static List<RecentRoom> recents(Properties values) {
        List<RecentRoom> recents = new ArrayList<>();
        for (int i = 0; i < Settings.RECENTS; i++) {
            String prefix = "recent." + i + '.';
            String when = values.getProperty(prefix + "when");
            if (when != null) {
                recents.add(
                        new RecentRoom(
                                Boolean.parseBoolean(values.getProperty(prefix + "hosted")),
                                values.getProperty(prefix + "link", ""),
                                values.getProperty(prefix + "room", ""),
                                values.getProperty(prefix + "host", ""),
                                Boolean.parseBoolean(values.getProperty(prefix + "guarded")),
                                Instant.parse(when)));
            }
        }
        return recents;
    }

    /**
     * Replaces the file as a whole: whoever reads it meanwhile finds the old one or the new one.
     */
    void write(Settings settings) throws IOException {
        Properties values = new Properties();
        values.setProperty("name", settings.name());
        values.setProperty("window.width", Double.toString(settings.window().width()));
        values.setProperty("window.height", Double.toString(settings.window().height()));
        values.setProperty("window.maximised", Boolean.toString(settings.window().maximised()));
        for (int i = 0; i < settings.recents().size(); i++) {
            RecentRoom recent = settings.recents().get(i);
            String prefix = "recent." + i + '.';
            values.setProperty(prefix + "hosted", Boolean.toString(recent.hosted()));
            values.setProperty(prefix + "link", recent.link());
            values.setProperty(prefix + "room", recent.room());
            values.setProperty(prefix + "host", recent.host());
            values.setProperty(prefix + "guarded", Boolean.toString(recent.guarded()));
            values.setProperty(prefix + "when", recent.when().toString());
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("No folder for " + path);
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                values.store(out, "Snug");
            }
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Moves a broken file out of the way, so that its person can still look at it.
     *
     * @return where it is now
     */
    Path setAside() throws IOException {
        for (int i = 1; ; i++) {
            Path aside = path.resolveSibling(path.getFileName() + ".broken-" + i);
            if (!Files.exists(aside)) {
                return Files.move(path, aside);
            }
        }
    }
}
