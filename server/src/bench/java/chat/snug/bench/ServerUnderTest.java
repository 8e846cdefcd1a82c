package chat.snug.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that was started for one measurement, and ends with it. */
final class ServerUnderTest implements AutoCloseable {
    private static final int FIRST_PORT = 21_000;
    private static final int SERVER_CORE = 0;
    private static final long SECONDS_TO_START = 30;

    private final Process process;
    private final Path folder;
    private final int port;
    private final Thread lastResort = new Thread(this::kill, "end-of-server");

    private ServerUnderTest(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server and waits until it takes connections. */
    static ServerUnderTest start(Contender contender, Machine machine, boolean capabilities)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        int port = Machine.freePort(FIRST_PORT);
        Process process =
                new ProcessBuilder(
                                machine.onCore(
                                        SERVER_CORE,
                                        contender.launch().command(port, folder, capabilities)))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        ServerUnderTest server = new ServerUnderTest(process, folder, port);
        Runtime.getRuntime().addShutdownHook(server.lastResort);
        if (!server.answers()) {
            String output = server.output();
            server.close();
            throw new IOException(contender.name() + " did not start: " + output);
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

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        kill();
        process.onExit().join();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path left, @Nullable IOException error) throws IOException {
                        Files.delete(left);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
