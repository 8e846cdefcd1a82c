package chat.snug.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A server that takes part.
 *
 * @param name for the command line and the table's head
 * @param description what it is, with its version or its settings
 * @param connectWindow how many registrations it takes at once
 * @param peer whether it is one to be compared with
 * @param launch how it is started
 */
record Contender(String name, String description, int connectWindow, boolean peer, Launch launch) {
    /** Writes the configuration, if there is any, and gives the command. */
    interface Launch {
        /**
         * The command that starts it.
         *
         * @param port to listen at, on the loopback interface
         * @param folder a folder of its own for configuration and logs
         * @param capabilities whether clients will ask for IRCv3 capabilities
         */
        List<String> command(int port, Path folder, boolean capabilities) throws IOException;
    }
}
