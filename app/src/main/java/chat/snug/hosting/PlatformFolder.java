package chat.snug.hosting;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where this platform wants an app to keep things of its person. */
public enum PlatformFolder {
    /** What it remembers about them. */
    CONFIG("APPDATA", "Roaming", "XDG_CONFIG_HOME", ".config"),
    /** What they made with it: here, what rooms said. */
    DATA("LOCALAPPDATA", "Local", "XDG_DATA_HOME", ".local/share");

    private final String windowsVariable;
    private final String windowsName;
    private final String xdgVariable;
    private final String xdgName;

    PlatformFolder(String windowsVariable, String windowsName, String xdgVariable, String xdgName) {
        this.windowsVariable = windowsVariable;
        this.windowsName = windowsName;
        this.xdgVariable = xdgVariable;
        this.xdgName = xdgName;
    }

    /** The folder on this computer; it may not exist yet. */
    public Path ofSystem() {
        return of(System::getenv, System::getProperty);
    }

    /**
     * The folder as the environment and the system properties tell it: {@code %APPDATA%\Snug} or
     * {@code %LOCALAPPDATA%\Snug}, {@code ~/Library/Application Support/Snug}, or by the XDG Base
     * Directory Specification.
     */
    Path of(
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> properties) {
        Path home = Path.of(orElse(properties.apply("user.home"), "."));
        String system = orElse(properties.apply("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String told = orElse(environment.apply(windowsVariable), "");
            Path base = told.isEmpty() ? home.resolve("AppData", windowsName) : Path.of(told);
            return base.resolve("Snug");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library", "Application Support", "Snug");
        }
        // "All paths set in these environment variables must be absolute. If an implementation
        // encounters a relative path […] it should consider the path invalid and ignore it."
        Path base = Path.of(orElse(environment.apply(xdgVariable), ""));
        return (base.isAbsolute() ? base : home.resolve(xdgName)).resolve("snug");
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
