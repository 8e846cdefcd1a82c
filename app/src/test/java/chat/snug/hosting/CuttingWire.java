package chat.snug.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire between clients and a host that breaks at seeded moments, in the middle of a line as
 * likely as between two: what is under way in either direction then is lost.
 */
final class CuttingWire implements AutoCloseable {
    private static final int SHORTEST = 1_500;
    private static final int LONGEST = 12_000;

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Random random;
    private final AtomicInteger cutsLeft;
    private final List<Socket> open = new ArrayList<>();

    CuttingWire(int target, long seed, int cuts) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        this.cutsLeft = new AtomicInteger(cuts);
        Thread.ofPlatform().daemon().name("cutting-wire").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How often it may still break. */
    int cutsLeft() {
        return Math.max(0, cutsLeft.get());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket host = new Socket(InetAddress.getLoopbackAddress(), target);
                synchronized (open) {
                    open.add(client);
                    open.add(host);
                }
                Pair pair = new Pair(client, host, life());
                Thread.ofPlatform().daemon().start(() -> pair.pass(client, host));
                Thread.ofPlatform().daemon().start(() -> pair.pass(host, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private synchronized int life() {
        boolean cut = cutsLeft.getAndDecrement() > 0;
        return cut ? random.nextInt(SHORTEST, LONGEST) : Integer.MAX_VALUE;
    }

    /** Both ends of one connection, and how many bytes may pass before it breaks. */
    private record Pair(Socket client, Socket host, AtomicInteger life) {
        Pair(Socket client, Socket host, int life) {
            this(client, host, new AtomicInteger(life));
        }

        void pass(Socket from, Socket to) {
            byte[] bytes = new byte[700];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int count;
                while ((count = in.read(bytes)) > 0) {
                    int left = life.addAndGet(-count);
                    out.write(bytes, 0, left >= 0 ? count : Math.max(0, count + left));
                    if (left < 0) {
                        break;
                    }
                }
            } catch (IOException gone) {
                // The other direction has broken it.
            } finally {
                cut(client);
                cut(host);
            }
        }

        private static void cut(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is broken already, as it should be.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
