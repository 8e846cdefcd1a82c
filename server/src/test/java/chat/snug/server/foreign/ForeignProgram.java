package chat.snug.server.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Somebody else's IRC client as a process: typed to by us, and read through the log it keeps. */
final class ForeignProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private ForeignProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Leaves the test out, and says so, where the machine does not have the program. */
    static void require(String program) {
        boolean found =
                List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!found) {
            LoggerFactory.getLogger(ForeignProgram.class)
                    .warn("Left out: {} is not installed on this machine", program);
        }
        assumeTrue(found, program + " is not installed on this machine");
    }

    /**
     * Starts the program.
     *
     * @param log the file in which it keeps what it shows; its folder exists
     */
    static ForeignProgram start(Path folder, Path log, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("TERM", "vt100");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("screen").toFile());
        return new ForeignProgram(builder.start(), log);
    }

    /** Types a line on the program's keyboard. */
    void type(String line) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until the log shows the text; fails with the whole log if it does not in time. */
    void awaitShown(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Path folder = log.getParent();
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!shown().contains(text)) {
                var key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw new AssertionError("never shown: " + text + "\nshown was:\n" + shown());
                }
                key.pollEvents();
                key.reset();
            }
        }
    }

    private String shown() throws IOException {
        return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
