package chat.snug.net;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A loop with one listening port on the loopback address, and the peers that a test connects. Its
 * close proves that nothing is left over: no key but the listening one, no segment in use, no
 * timer.
 */
final class LoopFixture {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final HandDrivenClock clock = new HandDrivenClock();
    final SelectorLoop loop;
    final Acceptor acceptor;
    private final BlockingQueue<Recorder> accepted = new LinkedBlockingQueue<>();
    private final List<Peer> peers = new ArrayList<>();

    LoopFixture() throws IOException {
        loop = SelectorLoop.start("snug-test-loop", clock);
        acceptor =
                loop.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        500,
                        connection -> {
                            Recorder recorder = new Recorder();
                            recorder.connection = connection;
                            accepted.add(recorder);
                            return recorder;
                        });
    }

    /** A peer that has connected, with what the loop's side of it records. */
    Recorder connect() throws Exception {
        return connect(0);
    }

    /** As above, with a receive buffer of so many bytes at the peer. */
    Recorder connect(int receiveBuffer) throws Exception {
        Peer peer = Peer.connect(acceptor.address(), receiveBuffer);
        peers.add(peer);
        Recorder recorder = accepted.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        requireNonNull(recorder, "not accepted").peer = peer;
        return recorder;
    }

    /** Runs something on the loop's thread and waits for its result: the barrier of the tests. */
    <T> T onLoop(Callable<T> call) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(
                () -> {
                    try {
                        result.complete(call.call());
                    } catch (Exception | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    void runOnLoop(Runnable task) throws Exception {
        onLoop(
                () -> {
                    task.run();
                    return true;
                });
        // A second turn: the first has ended, with all that its end brings.
        onLoop(() -> true);
    }

    /** Turns the loop until the condition, which is looked at on its thread, holds. */
    void turnUntil(String what, BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!onLoop(condition::getAsBoolean)) {
            if (System.nanoTime() - deadline > 0) {
                fail("in vain waited until " + what);
            }
        }
    }

    void advance(Duration by) {
        clock.advance(by, loop);
    }

    /** The text in a chain of its own, appended and sent to each of the connections. */
    static void broadcast(SegmentChain chain, String text, Iterable<Recorder> to) {
        chain.append(Peer.utf8(text));
        for (Recorder recorder : to) {
            recorder.connection().send(chain.segment(), chain.start(), chain.end());
        }
    }

    void closeAndFindNothingLeft() throws Exception {
        for (Peer peer : peers) {
            peer.close();
        }
        turnUntil("only the listening key was left", () -> loop.registrations() == 1);
        turnUntil("all segments were given back", () -> loop.segments().inUse() == 0);
        assertThat(onLoop(() -> loop.timers().size())).as("timers left").isZero();
        loop.close();
        assertThat(loop.isAlive()).as("the thread lives").isFalse();
        assertThat(loop.segments().inUse()).as("segments in use").isZero();
    }
}
