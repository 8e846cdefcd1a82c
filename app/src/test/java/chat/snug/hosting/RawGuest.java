package chat.snug.hosting;

import chat.snug.client.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A guest with nothing but a socket: writes lines byte by byte, and answers no PING. */
public final class RawGuest implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;

    /** Connects. */
    public RawGuest(Address address) throws IOException {
        socket = new Socket(address.host(), address.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Registers and enters a room. */
    RawGuest enter(String name, String room) throws IOException {
        send("NICK " + name);
        send("USER raw 0 * :" + name);
        await(" 376 ");
        send("JOIN " + room);
        await(" 366 ");
        return this;
    }

    /** Each byte is a write of its own. */
    public void send(String line) throws IOException {
        for (byte one : (line + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            socket.getOutputStream().write(one);
        }
    }

    /** Waits for a line that holds this. */
    public String await(String part) throws IOException {
        String line;
        while ((line = reader.readLine()) != null) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("the host went without " + part);
    }

    /** What is between the last colon-led parameter of a line and its end. */
    static String text(String line) {
        return line.substring(line.indexOf(" :") + 2);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
