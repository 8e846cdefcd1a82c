package chat.snug.protocol;

import java.util.List;

/**
 * Reads the commands that are about the server and the network, most of them for operators; see
 * {@link CommandReader}, which reads the others.
 */
final class ServerCommandReader {
    private ServerCommandReader() {}

    static Reading read(Message message) {
        return switch (message.command()) {
            default ->
                    new Reading.Refused(
                            Numeric.ERR_UNKNOWNCOMMAND,
                            List.of(message.command()),
                            "Unknown command");
        };
    }
}
