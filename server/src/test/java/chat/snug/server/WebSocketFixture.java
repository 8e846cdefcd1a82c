package chat.snug.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a server that also listens for WebSockets. */
abstract class WebSocketFixture extends LiveServer {
    private final List<WebClient> webClients = new ArrayList<>();

    @BeforeEach
    void listen() {
        listen(options -> options);
    }

    void listen(UnaryOperator<ServerOptions> change) {
        restart(options -> change.apply(options.withWebSockets("localhost", 0, Set.of())));
    }

    /** However long it takes to send something: nobody may send more because of that. */
    void listenWithoutTime() throws IOException {
        use(
                ChatServer.start(
                        ServerOptions.at("localhost", 0).withWebSockets("localhost", 0, Set.of()),
                        () -> 1_000_000_000_000L,
                        System::currentTimeMillis));
    }

    @AfterEach
    void closeWebClients() {
        webClients.forEach(WebClient::close);
    }

    WebClient dial() {
        InetSocketAddress address = requireNonNull(server().webAddress());
        WebClient client = new WebClient(address);
        webClients.add(client);
        return client;
    }

    WebClient open(String subprotocols) {
        WebClient client = dial();
        assertThat(client.open(subprotocols)).startsWith("HTTP/1.1 101 ");
        return client;
    }

    WebClient text(String nick, String... before) {
        return open("text.ircv3.net").register(nick, before);
    }

    void assertClosed(WebClient client, int code) {
        List<WebClient.Frame> frames = client.untilClosed();
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().opcode()).isEqualTo(WebClient.CLOSE);
        assertThat(frames.getFirst().closeCode()).isEqualTo(code);
        assertThat(person("witness" + code).ask("PING x")).hasSize(1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] part(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }
}
