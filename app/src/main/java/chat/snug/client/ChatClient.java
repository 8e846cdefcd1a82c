package chat.snug.client;

import chat.snug.net.SelectorLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one host, kept up until it is closed: looks the name up, connects, registers,
 * enters the rooms, and tries again by itself when the connection goes. Any thread may call it and
 * is not kept; what happens comes as {@link ClientEvent}s, in order, on the loop that was given.
 *
 * <p>What was online once is tried again by itself, except after a wrong password, a ban, or a
 * cancellation; then it takes {@link #connect()}, as after a first attempt that failed.
 */
public final class ChatClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatClient.class);

    private final SelectorLoop loop;
    private final Address address;
    private final Consumer<ClientEvent> events;
    private final WireLog wireLog;
    private final Upkeep upkeep;

    /**
     * Does nothing yet; {@link #connect()} begins.
     *
     * @param loop shared by all connections of the app; not closed by the client
     * @param events called on the loop's thread; must not block
     */
    public ChatClient(
            SelectorLoop loop,
            Address address,
            Identity identity,
            ClientOptions options,
            Consumer<ClientEvent> events) {
        this.loop = loop;
        this.address = address;
        this.events = events;
        this.wireLog = new WireLog(options.clock());
        this.upkeep =
                new Upkeep(loop, this::execute, address, identity, options, wireLog, this::tell);
    }

    /**
     * Begins; ends in {@link ClientEvent.Connected} or {@link ClientEvent.ConnectFailed}. After a
     * failure it may be called again.
     */
    public void connect() {
        execute(upkeep::begin);
    }

    /**
     * Stops an attempt at whatever stage it is, or the wait for the next: {@link
     * Failure.Kind#CANCELLED} follows. Does nothing while connected.
     */
    public void cancel() {
        execute(upkeep::cancel);
    }

    /** Does not wait for the next attempt any longer. */
    public void retryNow() {
        execute(upkeep::again);
    }

    /** From the next connection on says this as the host's password; null says none. */
    public void password(@Nullable String password) {
        execute(() -> upkeep.password(password));
    }

    /** The last lines on the wire, both ways. */
    public WireLog wireLog() {
        return wireLog;
    }

    /** Asks for something; without a connection it is refused by an event. */
    public void submit(ClientRequest request) {
        execute(() -> upkeep.take(request));
    }

    /**
     * Lets the host wait with what it has to say, because a screen has fallen behind: after the
     * line that is under way no event comes from it until {@link #resumeReading()}, on this
     * connection and on later ones. Called on the loop's thread, so by whoever takes the events, it
     * counts at once. What the host sends meanwhile waits with it; a host does not wait for ever.
     */
    public void pauseReading() {
        listen(false);
    }

    /** Listens to the host again, where it was left. */
    public void resumeReading() {
        listen(true);
    }

    /**
     * Says goodbye, sends what is queued, closes; nothing is tried again. The last event is a
     * {@link ClientEvent.Disconnected} with {@link Failure.Kind#CANCELLED}.
     */
    public void close(String goodbye) {
        execute(() -> upkeep.quit(goodbye));
    }

    /** Closes without a word. */
    @Override
    public void close() {
        close("");
    }

    private void listen(boolean now) {
        if (loop.inLoop()) {
            upkeep.listen(now);
        } else {
            execute(() -> upkeep.listen(now));
        }
    }

    private void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the loop is closed: {}", address, e.toString());
        }
    }

    private void tell(ClientEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("{}: the screen failed at {}", address, event.getClass().getSimpleName(), e);
        }
    }
}
