package chat.snug.net;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handler that keeps what comes and answers {@code PING} with {@code PONG}. */
final class Recorder implements ConnectionHandler {
    @Nullable Connection connection;
    @Nullable Peer peer;
    final AtomicInteger closes = new AtomicInteger();
    final AtomicInteger nothings = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<CloseReason> reason = new CompletableFuture<>();

    /** What else is done with what comes; on the loop's thread. */
    volatile Consumer<String> onText = _ -> {};

    /** What else is done when something comes that holds nothing; on the loop's thread. */
    volatile Runnable onNothing = () -> {};

    /** What else is done at the end; on the loop's thread. */
    volatile Consumer<CloseReason> onClose = _ -> {};

    /** Reads in place of the above, if there is one. */
    volatile @Nullable Consumer<ByteBuffer> reader;

    Connection connection() {
        return requireNonNull(connection);
    }

    Peer peer() {
        return requireNonNull(peer);
    }

    /** All that came so far. */
    String text() {
        synchronized (text) {
            return text.toString();
        }
    }

    /** The reason of the close, which is waited for. */
    CloseReason awaitClose() throws Exception {
        return reason.get(LoopFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void received(Connection c, ByteBuffer bytes) {
        Consumer<ByteBuffer> instead = reader;
        if (instead != null) {
            instead.accept(bytes);
            return;
        }
        String more = StandardCharsets.UTF_8.decode(bytes).toString();
        synchronized (text) {
            text.append(more);
        }
        onText.accept(more);
        if (more.contains("PING")) {
            c.send(Peer.utf8("PONG"));
        }
    }

    @Override
    public void receivedNothing(Connection c) {
        nothings.incrementAndGet();
        onNothing.run();
    }

    @Override
    public void closed(Connection c, CloseReason why) {
        closes.incrementAndGet();
        reason.complete(why);
        onClose.accept(why);
    }
}
