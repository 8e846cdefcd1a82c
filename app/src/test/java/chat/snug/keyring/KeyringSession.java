package chat.snug.keyring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A session bus of its own with GNOME's keyring on it, unlocked, without a desktop: nobody can be
 * asked anything. It ends when its input does.
 */
final class KeyringSession implements AutoCloseable {
    private static final String SCRIPT =
            """
            printf sesame | gnome-keyring-daemon --unlock --components=secrets >unlocked 2>&1
            echo "$DBUS_SESSION_BUS_ADDRESS"
            while read -r _; do
                dbus-send --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
                    org.freedesktop.Secret.Service.Lock \
                    array:objpath:/org/freedesktop/secrets/collection/login >locked 2>&1
                echo locked
            done
            """;

    private final Process process;
    private final BufferedReader told;
    private final String address;

    private KeyringSession(Process process) throws IOException {
        this.process = process;
        told = process.inputReader(StandardCharsets.UTF_8);
        address = told.readLine();
    }

    /** Leaves the test out, and says so, where the machine does not have the programs. */
    static void require() {
        for (String program : List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon")) {
            boolean found =
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!found) {
                LoggerFactory.getLogger(KeyringSession.class)
                        .warn("Left out: {} is not installed on this machine", program);
            }
            assumeTrue(found, program + " is not installed on this machine");
        }
    }

    /** Begins one that keeps everything in {@code home}. */
    static KeyringSession in(Path home) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("dbus-run-session", "--", "sh", "-c", SCRIPT)
                        .directory(home.toFile())
                        .redirectError(home.resolve("errors").toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().keySet().removeAll(List.of("XDG_DATA_HOME", "XDG_CACHE_HOME"));
        return new KeyringSession(builder.start());
    }

    /** Where the bus is. */
    String address() {
        return address;
    }

    /** Locks the keyring. */
    void lock() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        if (!"locked".equals(told.readLine())) {
            throw new IOException("It does not lock");
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        var _ = process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            var _ = process.destroyForcibly();
        }
    }
}
