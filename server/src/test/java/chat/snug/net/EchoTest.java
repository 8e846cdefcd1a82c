package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EchoTest {
    @Test
    void echoesWhatAPeerSendsUntilItEndsItsStream() throws Exception {
        AtomicReference<CloseReason> why = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        try (SelectorLoop loop = SelectorLoop.start("echo", NanoClock.system())) {
            Acceptor acceptor =
                    loop.listen(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            50,
                            _ ->
                                    new ConnectionHandler() {
                                        @Override
                                        public void received(Connection c, ByteBuffer bytes) {
                                            c.send(bytes);
                                            bytes.position(bytes.limit());
                                        }

                                        @Override
                                        public void closed(Connection c, CloseReason reason) {
                                            why.set(reason);
                                            closed.countDown();
                                        }
                                    });
            try (Socket peer = new Socket()) {
                peer.connect(acceptor.address());
                peer.getOutputStream()
                        .write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                peer.shutdownOutput();
                InputStream in = peer.getInputStream();
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("hello");
            }
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(why.get()).isEqualTo(CloseReason.CLOSED_BY_PEER);
        }
    }
}
