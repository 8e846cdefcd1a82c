package chat.snug.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Does not accept, and has as many waiting as its backlog holds: the next gets no answer. */
final class SilentServer implements AutoCloseable {
    private static final int NO_ANSWER_MILLIS = 500;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    SilentServer() throws IOException {
        boolean full = false;
        while (!full) {
            Socket next = new Socket();
            waiting.add(next);
            try {
                next.connect(socket.getLocalSocketAddress(), NO_ANSWER_MILLIS);
            } catch (SocketTimeoutException _) {
                full = true;
            }
        }
    }

    ServerSocket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        for (Socket next : waiting) {
            next.close();
        }
        socket.close();
    }
}
