package chat.snug.hosting;

import java.io.IOException;

/** The port that the person chose is used by something else. */
public final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(int port, IOException cause) {
        super("Port " + port + " is taken", cause);
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
