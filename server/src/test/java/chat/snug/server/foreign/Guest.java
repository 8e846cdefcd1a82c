package chat.snug.server.foreign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The person on the other side of a foreign client: IRC by hand on a socket that blocks. */
final class Guest implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;

    Guest(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads until a line holds the text. */
    void awaitLine(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(text)) {
                return;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("the end came before: " + text + "\nafter:\n" + read);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
