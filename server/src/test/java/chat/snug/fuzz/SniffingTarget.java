package chat.snug.fuzz;

import chat.snug.key.OwnKey;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever somebody begins with at the port that takes both plain and encrypted connections, the
 * server says its part, hangs up when they do, and is there for the next one.
 */
public final class SniffingTarget {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PROBED = 64;
    private static final byte[] PROBE =
            "PING probe\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final ChatServer SERVER = start();
    private static int played;

    private SniffingTarget() {}

    private static ChatServer start() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        ServerOptions options =
                ServerOptions.at("localhost", 0).withSecurity(new Security(OwnKey.make(), true));
        try {
            return ChatServer.start(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first byte says after how many bytes there is a pause, 0 for none. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int cut = 1 + Byte.toUnsignedInt(input[0]);
        send(
                Arrays.copyOfRange(input, 1, Math.min(cut, input.length)),
                Arrays.copyOfRange(input, Math.min(cut, input.length), input.length));
        if (++played % PROBED == 0) {
            String answer = send(PROBE, new byte[0]);
            Claim.that(answer.contains("probe") || answer.contains("ERROR"), "no: " + answer);
        }
    }

    private static String send(byte[] first, byte[] second) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return talk(socket, first, second);
        } catch (SocketException _) {
            return "ERROR reset"; // it does not have to listen to the end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String talk(Socket socket, byte[] first, byte[] second) throws IOException {
        socket.getOutputStream().write(first);
        socket.getOutputStream().write(second);
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
