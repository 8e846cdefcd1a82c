package chat.snug.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where this platform wants an app to keep what it remembers about its person. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** The folder on this computer; it may not exist yet. */
    static Path ofSystem() {
        return of(System::getenv, System::getProperty);
    }

    /**
     * The folder as the environment and the system properties tell it: {@code %APPDATA%\Snug},
     * {@code ~/Library/Application Support/Snug}, or by the XDG Base Directory Specification.
     */
    static Path of(
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> properties) {
        Path home = Path.of(orElse(properties.apply("user.home"), "."));
        String system = orElse(properties.apply("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String roaming = orElse(environment.apply("APPDATA"), "");
            Path base = roaming.isEmpty() ? home.resolve("AppData", "Roaming") : Path.of(roaming);
            return base.resolve("Snug");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library", "Application Support", "Snug");
        }
        // "All paths set in these environment variables must be absolute. If an implementation
        // encounters a relative path […] it should consider the path invalid and ignore it."
        Path base = Path.of(orElse(environment.apply("XDG_CONFIG_HOME"), ""));
        return (base.isAbsolute() ? base : home.resolve(".config")).resolve("snug");
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
