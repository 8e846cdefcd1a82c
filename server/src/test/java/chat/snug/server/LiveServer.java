package chat.snug.server;

import chat.snug.key.OwnKey;
import chat.snug.server.options.AccountLimits;
import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A test class with a server on a free port, and clients that are closed when a test is over. */
abstract class LiveServer {
    private final List<WireClient> clients = new ArrayList<>();
    private ChatServer server = start(defaults());

    /** The fewest that a client takes (RFC 7677, section 4). */
    private static final int ITERATIONS = 4_096;

    /** What a server of a test is started with: everything is done as fast as it can be. */
    static ServerOptions defaults() {
        ServerOptions options = ServerOptions.at("localhost", 0);
        return options.withLimits(
                options.limits()
                        .withoutThrottle()
                        .withAccounts(AccountLimits.defaults().withIterations(ITERATIONS)));
    }

    static ChatServer start(ServerOptions options) {
        try {
            return ChatServer.start(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts another server in place of the one there is. */
    ChatServer restart(UnaryOperator<ServerOptions> change) {
        return use(start(change.apply(defaults())));
    }

    /** The one before does not wait for its clients, who are gone. */
    ChatServer use(ChatServer other) {
        clients.forEach(WireClient::close);
        clients.clear();
        server.close();
        server = other;
        return other;
    }

    ChatServer server() {
        return server;
    }

    /** A connection that has not said anything yet. */
    WireClient connect() {
        WireClient client = WireClient.connect(server.address());
        clients.add(client);
        return client;
    }

    /** The same, from another address of this computer. */
    WireClient connectFrom(String address) {
        try {
            WireClient client =
                    WireClient.connect(server.address(), InetAddress.getByName(address));
            clients.add(client);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, encrypted; {@code own} is what it proves to have, null for nothing. */
    WireClient encrypted(@Nullable OwnKey own) {
        WireClient client = WireClient.encrypt(server.address(), own);
        clients.add(client);
        return client;
    }

    /** Somebody who is let in. */
    WireClient person(String nick, String... before) {
        return connect().register(nick, before);
    }

    /** Somebody who is let in and has capabilities. */
    WireClient capable(String nick, String capabilities) {
        return person(nick, "CAP REQ :" + capabilities, "CAP END");
    }

    @AfterEach
    void closeAll() {
        clients.forEach(WireClient::close);
        server.close();
    }
}
