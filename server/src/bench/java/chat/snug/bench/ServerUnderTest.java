package chat.snug.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that was started for one measurement, and ends with it. */
final class ServerUnderTest implements AutoCloseable {
    /** It ended, or took no connections; what it printed is the message. */
    static final class NotStartedException extends Exception {
        private static final long serialVersionUID = 1;

        private NotStartedException(String output) {
            super("it did not start:" + output);
        }
    }

    private static final int FIRST_PORT = 21_000;
    private static final int SERVER_CORE = 0;
    private static final long SECONDS_TO_START = 30;

    private final Process process;
    private final Path folder;
    private final int port;
    private final Thread lastResort = new Thread(this::end, "end-of-server");

    private ServerUnderTest(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server and waits until it takes connections. */
    static ServerUnderTest start(Contender contender, Machine machine, boolean capabilities)
            throws IOException, InterruptedException, NotStartedException {
        Path folder = Files.createTempDirectory("bench");
        int port = Machine.freePort(FIRST_PORT);
        Process process =
                new ProcessBuilder(
                                machine.onCore(
                                        SERVER_CORE,
                                        contender.launch().command(port, folder, capabilities)))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        process.getOutputStream().close(); // nobody will type anything
        ServerUnderTest server = new ServerUnderTest(process, folder, port);
        Runtime.getRuntime().addShutdownHook(server.lastResort);
        if (!server.answers()) {
            String output = server.output();
            server.close();
            throw new NotStartedException(output.lines().reduce("", (a, b) -> a + " " + b));
        }
        return server;
    }

    private boolean answers() throws InterruptedException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(address, 1000);
                return true;
            } catch (IOException e) {
                process.waitFor(50, TimeUnit.MILLISECONDS); // not yet
            }
        }
        return false;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** What is left of it after the end is in this folder, until {@link #close}. */
    Path folder() {
        return folder;
    }

    /** What it has printed, the last part if it is long. */
    String output() throws IOException {
        String all = Files.readString(folder.resolve("output"));
        return all.substring(Math.max(0, all.length() - 500)).strip();
    }

    /** Also when this program is told to end; then the main thread may be here as well. */
    private synchronized void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException _) {
            // this program is ending, and the hook has done the same
        }
    }
}
