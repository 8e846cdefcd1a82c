package chat.snug.ui;

import chat.snug.key.BrokenFile;
import chat.snug.key.PrivateFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * @throws IOException if it cannot be read at all
     */
    SettingsText.Understood read() throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(path)) {
            values.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("Not settings: " + e.getMessage(), e);
        }
        return SettingsText.read(values);
    }

    /**
     * Replaces the file as a whole: whoever reads it meanwhile finds the old one or the new one.
     */
    void write(Settings settings) throws IOException {
        StringWriter text = new StringWriter();
        SettingsText.write(settings).store(text, "Snug");
        PrivateFile.write(path, text.toString());
    }

    /**
     * Moves a broken file out of the way, so that its person can still look at it.
     *
     * @return where it is now
     */
    Path setAside() throws IOException {
        return BrokenFile.setAside(path);
    }

    /**
     * Copies a file that is broken in part, so that what was not understood is not lost.
     *
     * @return where the copy is
     */
    Path copyAside() throws IOException {
        return BrokenFile.copyAside(path);
    }
}
