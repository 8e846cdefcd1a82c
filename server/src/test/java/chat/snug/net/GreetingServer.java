package chat.snug.net;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A process of its own that greets who connects, and tells when it has no descriptors left. */
final class GreetingServer {
    private static final CountDownLatch CLOSED = new CountDownLatch(1);

    private GreetingServer() {}

    public static void main(String[] args) throws Exception {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        SelectorLoop loop = SelectorLoop.start("snug-test-greeting", NanoClock.system());
        Acceptor acceptor =
                loop.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        500,
                        connection -> {
                            connection.send(Peer.utf8("hello"));
                            return new Silent();
                        });
        // Loads all classes, which takes descriptors too where they are files of their own.
        try (Peer first = Peer.connect(acceptor.address(), 0)) {
            first.read(5);
        }
        CLOSED.await();
        out.println(acceptor.address().getPort());
        loop.execute(() -> tellWhenPaused(loop, acceptor, out));
    }

    private static void tellWhenPaused(SelectorLoop loop, Acceptor acceptor, PrintStream out) {
        if (acceptor.isPaused()) {
            out.println("paused");
        } else {
            loop.timers().schedule(1_000_000, () -> tellWhenPaused(loop, acceptor, out));
        }
    }

    private static final class Silent implements ConnectionHandler {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void closed(Connection connection, CloseReason reason) {
            CLOSED.countDown();
        }
    }
}
