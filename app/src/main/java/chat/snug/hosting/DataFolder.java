package chat.snug.hosting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where this platform wants an app to keep what people made with it: here, what rooms said. */
public final class DataFolder {
    private static final String ROOMS = "rooms";

    private DataFolder() {}

    /** The folder on this computer; it may not exist yet. */
    public static Path ofSystem() {
        return of(System::getenv, System::getProperty);
    }

    /**
     * The folder as the environment and the system properties tell it: {@code %LOCALAPPDATA%\Snug},
     * {@code ~/Library/Application Support/Snug}, or by the XDG Base Directory Specification.
     */
    static Path of(
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> properties) {
        Path home = Path.of(orElse(properties.apply("user.home"), "."));
        String system = orElse(properties.apply("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = orElse(environment.apply("LOCALAPPDATA"), "");
            Path base = local.isEmpty() ? home.resolve("AppData", "Local") : Path.of(local);
            return base.resolve("Snug");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library", "Application Support", "Snug");
        }
        // A relative path in one of these variables is to be ignored, says the specification.
        Path base = Path.of(orElse(environment.apply("XDG_DATA_HOME"), ""));
        return (base.isAbsolute() ? base : home.resolve(".local", "share")).resolve("snug");
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    /** Whether rooms were kept in a folder. Blocks for a moment. */
    static boolean hasRooms(Path folder) {
        return Files.isDirectory(folder.resolve(ROOMS));
    }

    /**
     * The folder of one room: several rooms can be open at a time, each with a server of its own.
     *
     * @param wireName the room's name with its {@code #}
     */
    static Path ofRoom(Path folder, String wireName) {
        StringBuilder name = new StringBuilder();
        for (byte b :
                wireName.substring(1).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-';
            name.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xFF));
        }
        return folder.resolve(ROOMS).resolve(name.toString());
    }
}
