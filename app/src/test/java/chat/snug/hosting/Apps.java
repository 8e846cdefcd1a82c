package chat.snug.hosting;

import chat.snug.client.Address;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventLog;
import chat.snug.client.Identity;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The clients of people with the app, on one loop; all of them leave when it is closed. */
final class Apps implements AutoCloseable {
    private final SelectorLoop loop;
    private final List<ChatClient> clients = new ArrayList<>();

    Apps() throws IOException {
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
    }

    /** Connects somebody, who wants {@code before} on the way in, and tells {@code events}. */
    ChatClient connect(
            String name,
            Address to,
            ClientOptions options,
            EventLog events,
            ClientRequest... before) {
        ChatClient client = new ChatClient(loop, to, new Identity(name, name), options, events);
        clients.add(client);
        List.of(before).forEach(client::submit);
        client.connect();
        return client;
    }

    @Override
    public void close() {
        clients.forEach(ChatClient::close);
        loop.close();
    }
}
