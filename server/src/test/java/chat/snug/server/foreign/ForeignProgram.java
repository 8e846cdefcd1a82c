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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Somebody else's IRC client as a process: we type on its keyboard and read the logs that it keeps
 * of what it shows. Everything it writes stays in one folder.
 */
final class ForeignProgram implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path logs;
    private final OutputStream keyboard;

    private ForeignProgram(Process process, Path logs, OutputStream keyboard) {
        this.process = process;
        this.logs = logs;
        this.keyboard = keyboard;
    }

    /** Leaves the test out, and says so, where the machine does not have the programs. */
    static void require(String... programs) {
        for (String program : programs) {
            boolean found =
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            if (!found) {
                LoggerFactory.getLogger(ForeignProgram.class)
                        .warn("Left out: {} is not installed on this machine", program);
            }
            assumeTrue(found, program + " is not installed on this machine");
        }
    }

    /**
     * irssi in a terminal of its own, connected to a port of this computer, with one log of all.
     */
    static ForeignProgram irssi(Path folder, String nick, int port) throws IOException {
        return irssi(folder, nick, port, "");
    }

    /** The same with other words about the network, each with a hyphen before it. */
    static ForeignProgram irssi(Path folder, String nick, int port, String network)
            throws IOException {
        return irssi(folder, nick, port, network, "-notls");
    }

    /** The same with words about the encryption, each with a hyphen before it. */
    static ForeignProgram irssi(Path folder, String nick, int port, String network, String tls)
            throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Process process =
                start(
                        folder,
                        "script",
                        "-qfc",
                        "stty cols 250 rows 50; irssi --home=" + folder + " --nick=" + nick,
                        "/dev/null");
        ForeignProgram irssi = new ForeignProgram(process, logs, process.getOutputStream());
        irssi.type("/set cmd_queue_speed 10msec");
        irssi.type("/log open " + logs.resolve("all.log") + " ALL");
        irssi.type("/network add " + network + " snug");
        irssi.type("/connect " + tls + " -network snug 127.0.0.1 " + port);
        return irssi;
    }

    /**
     * WeeChat without a screen, connected to a port of this computer, with a log for each buffer.
     */
    static ForeignProgram weeChat(Path folder, String nick, int port)
            throws IOException, InterruptedException {
        return weeChat(folder, nick, port, "");
    }

    /** The same with other options of the server, each with a hyphen before it. */
    static ForeignProgram weeChat(Path folder, String nick, int port, String options)
            throws IOException, InterruptedException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path fifo = folder.resolve("fifo");
        Process process =
                start(
                        folder,
                        "weechat-headless",
                        "--dir",
                        folder.toString(),
                        "--run-command",
                        "/set fifo.file.path " + fifo,
                        "--run-command",
                        "/set logger.file.path " + logs,
                        "--run-command",
                        "/set logger.file.flush_delay 0",
                        "--run-command",
                        "/server add snug 127.0.0.1/"
                                + port
                                + " -notls -nicks="
                                + nick
                                + " "
                                + options,
                        "--run-command",
                        "/connect snug");
        await(folder, () -> Files.exists(fifo), () -> "no pipe at " + fifo);
        return new ForeignProgram(process, logs, Files.newOutputStream(fifo));
    }

    /** What WeeChat calls its options of encryption: the name changed in version 4. */
    static String weeChatTls() throws IOException {
        Process process = new ProcessBuilder("weechat-headless", "--version").start();
        String version =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return version.strip().startsWith("3.") ? "ssl" : "tls";
    }

    private static Process start(Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("TERM", "vt100");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile())
                .start();
    }

    /**
     * Types a line on the program's keyboard. What is meant for a room gets nowhere before the
     * program itself shows the room; that others see it come in is too early to type.
     */
    void type(String line) throws IOException {
        keyboard.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until a log shows the text; fails with all that was shown if none does in time. */
    void awaitShown(String text) throws IOException, InterruptedException {
        await(
                logs,
                () -> shown().contains(text),
                () -> "never shown: " + text + "\nwhat was shown:\n" + shown());
    }

    private String shown() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }

    /** Looks again whenever something in the folder changes. */
    private static void await(Path folder, Question question, Words otherwise)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!question.isTrue()) {
                var key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw new AssertionError(otherwise.get());
                }
                key.pollEvents();
                key.reset();
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        keyboard.close();
        all.forEach(handle -> handle.onExit().join());
    }

    /** A question that reads files. */
    private interface Question {
        boolean isTrue() throws IOException;
    }

    /** Words that take reading files. */
    private interface Words {
        String get() throws IOException;
    }
}
