package chat.snug.hosting;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that is free and stays so: below those that the system gives to outgoing connections, so
 * that a room can be opened at it again.
 */
public final class FreePort {
    private static final Logger LOG = LoggerFactory.getLogger(FreePort.class);
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final Random RANDOM = new Random();

    private FreePort() {}

    /** Finds one. */
    public static int find() {
        while (true) {
            int port = RANDOM.nextInt(LOWEST, HIGHEST);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException e) {
                LOG.debug("port {}: {}", port, e.toString());
            }
        }
    }
}
