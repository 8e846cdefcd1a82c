package chat.snug.client;

import chat.snug.net.SelectorLoop;
import java.util.function.Consumer;

/**
 * One connection to one host, kept up until it is closed: looks the name up, connects, registers,
 * enters the rooms, and tries again by itself when the connection goes. All methods may be called
 * by any thread and return at once; everything that happens comes as {@link ClientEvent}s, in
 * order, on the thread of the loop that was handed in.
 */
public final class ChatClient implements AutoCloseable {
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
            Consumer<ClientEvent> events) {}

    /**
     * Begins; ends in {@link ClientEvent.Connected} or {@link ClientEvent.ConnectFailed}. After a
     * failure it may be called again.
     */
    public void connect() {}

    /** Stops an attempt at whatever stage it is: {@link Failure.Kind#CANCELLED} follows. */
    public void cancel() {}

    /** Does not wait for the next attempt any longer. */
    public void retryNow() {}

    /** Asks for something; without a connection it is refused by an event. */
    public void submit(ClientRequest request) {}

    /**
     * Says goodbye, sends what is queued, closes; nothing is tried again. The last event is a
     * {@link ClientEvent.Disconnected} with {@link Failure.Kind#CANCELLED}.
     */
    public void close(String goodbye) {}

    /** Closes without a word. */
    @Override
    public void close() {
        close("");
    }
}
