package chat.snug.bench.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Crowd} that was started for one measurement, and ends with it. */
final class CrowdProcess implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final int port;

    /**
     * Starts it.
     *
     * @param kept the folder with what was said before, null for none
     */
    CrowdProcess(@Nullable Path kept) throws IOException {
        process =
                new ProcessBuilder(
                                List.of(
                                        JAVA,
                                        "-XX:+UseSerialGC",
                                        "-Xmx256m",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Crowd.class.getName(),
                                        kept == null ? "-" : kept.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        port = Integer.parseInt(answer());
    }

    int port() {
        return port;
    }

    void order(String line) {
        orders.println(line);
    }

    /** Waits for the answer to an order. */
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the crowd has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
