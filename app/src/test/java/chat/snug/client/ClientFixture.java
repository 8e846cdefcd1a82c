package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import chat.snug.net.SelectorLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * Tests of the client on real sockets, against a host that is played by hand and a clock that is
 * too.
 */
@Timeout(60)
abstract class ClientFixture {
    static final Identity ANN = new Identity("Ann", "Ann");

    final AtomicLong time = new AtomicLong();
    final EventLog events = new EventLog();
    SelectorLoop loop;
    FakeHost host;
    ChatClient client;

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", time::get);
        host = new FakeHost();
        client = client(host.address(), ClientOptions.defaults());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        host.close(); // first: the loop waits for it to take the goodbye, by a clock that stands
        loop.close();
    }

    ChatClient client(Address address, ClientOptions like) {
        return new ChatClient(loop, address, ANN, like, events);
    }

    static ClientOptions resolving(ClientOptions.Resolver resolver, Executor lookups) {
        ClientOptions usual = ClientOptions.defaults();
        return new ClientOptions(
                usual.connectTimeout(),
                usual.pingInterval(),
                usual.pingTimeout(),
                null,
                resolver,
                lookups,
                usual.trust(),
                () -> null,
                new Random(7),
                Clock.systemUTC());
    }

    static ClientOptions trusting(Trust trust) {
        ClientOptions usual = ClientOptions.defaults();
        return new ClientOptions(
                usual.connectTimeout(),
                usual.pingInterval(),
                usual.pingTimeout(),
                null,
                usual.resolver(),
                usual.lookups(),
                trust,
                () -> null,
                new Random(7),
                Clock.systemUTC());
    }

    /** Moves the clock once everything that was asked of the loop before is done. */
    void pass(Duration duration) throws Exception {
        settle();
        time.addAndGet(duration.toNanos());
        settle();
    }

    /** Waits until the loop has turned. */
    void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            CountDownLatch turned = new CountDownLatch(1);
            loop.execute(turned::countDown);
            assertThat(turned.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    void assertFails(Kind kind) {
        assertThat(events.await(ClientEvent.ConnectFailed.class).failure().kind()).isEqualTo(kind);
    }
}
