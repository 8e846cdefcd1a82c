package chat.snug.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The computer that the measurement takes place on: its cores, how busy it is, what it is. */
final class Machine {
    private static final double TICKS_PER_SECOND = 100;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int COUNTED = 8;

    private final boolean canPin = cores() > 1 && program("taskset", null) != null;
    private final boolean canBind = program("setpriv", null) != null;

    /** All of them, also for a process that may use only one. */
    static int cores() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return (int) lines.filter(line -> line.matches("cpu\\d.*")).count();
        } catch (IOException e) {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    /** Whether server and generator each have a core of their own. */
    boolean pins() {
        return canPin;
    }

    /**
     * The command that runs another one on that core; the kernel ends it with this process, however
     * that ends. Where the tools for it are missing it is the command alone.
     */
    List<String> onCore(int core, List<String> command) {
        List<String> words = new ArrayList<>();
        if (canBind) {
            words.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        if (canPin) {
            words.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        words.addAll(command);
        return words;
    }

    /** The path of a program, given or searched for where administrators' programs are too. */
    static @Nullable Path program(String name, @Nullable Path given) {
        if (given != null) {
            return Files.isExecutable(given) ? given.toAbsolutePath() : null;
        }
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin";
        for (String folder : path.split(":", -1)) {
            Path candidate = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Seconds that all cores together have worked so far, or NaN. */
    static double busySeconds() {
        try {
            String all = Files.readAllLines(Path.of("/proc/stat")).getFirst();
            String[] fields = all.substring("cpu".length()).strip().split(" ", -1);
            double ticks = 0;
            for (int i = 0; i < COUNTED; i++) {
                ticks += i == IDLE || i == WAITING_FOR_DISK ? 0 : Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Waits until the cores were nearly idle for a second, or so many seconds have gone by. */
    void awaitQuiet(double share, int seconds) throws InterruptedException {
        double before = busySeconds();
        for (int i = 0; i < seconds; i++) {
            Thread.sleep(1000);
            double now = busySeconds();
            if (Double.isNaN(now) || now - before < share * cores()) {
                return;
            }
            before = now;
        }
    }

    /** A port below those that clients' ends are given, so that none of them takes it. */
    static int freePort(int from) throws IOException {
        for (int port = from; ; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // somebody has it: the next one
            }
        }
    }

    /** For the head of the table: processor, cores, kernel and Java. */
    String description() {
        String processor = "unknown processor";
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name")) {
                    processor = line.substring(line.indexOf(':') + 1).strip();
                    break;
                }
            }
        } catch (IOException e) {
            processor = System.getProperty("os.arch");
        }
        return "%s, %d cores, %s %s, Java %s"
                .formatted(
                        processor,
                        cores(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }
}
