package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a WebSocket is opened (RFC 6455, section 4), and who may not. */
class WebSocketHandshakeTest extends WebSocketFixture {
    @Test
    void theHandshakeIsThatOfTheRfc() {
        String answer = dial().open("text.ircv3.net");

        assertThat(answer)
                .contains("\r\nUpgrade: websocket\r\n", "\r\nConnection: Upgrade\r\n")
                .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .contains("\r\nSec-WebSocket-Protocol: text.ircv3.net\r\n")
                .doesNotContain("Extensions");
    }

    @Test
    void thePreferenceOfTheClientIsRespected() {
        assertThat(dial().open("binary.ircv3.net, text.ircv3.net"))
                .contains("Sec-WebSocket-Protocol: binary.ircv3.net\r\n");
        assertThat(dial().open("text.ircv3.net, binary.ircv3.net"))
                .contains("Sec-WebSocket-Protocol: text.ircv3.net\r\n");
        assertThat(dial().open("irc, chat, binary.ircv3.net"))
                .contains("Sec-WebSocket-Protocol: binary.ircv3.net\r\n");
        String twice =
                WebClient.request(
                        "Sec-WebSocket-Protocol: x",
                        "sec-websocket-protocol: binary.ircv3.net",
                        "Sec-WebSocket-Protocol: text.ircv3.net");
        assertThat(dial().open(bytes(twice)))
                .contains("Sec-WebSocket-Protocol: binary.ircv3.net\r\n");
    }

    @Test
    void withoutACommonSubprotocolLinesAreTextAndNoneIsNamed() {
        for (String request :
                List.of(
                        WebClient.request(),
                        WebClient.request("Sec-WebSocket-Protocol: something"))) {
            WebClient client = dial();
            assertThat(client.open(bytes(request)))
                    .startsWith("HTTP/1.1 101 ")
                    .doesNotContain("Sec-WebSocket-Protocol");
            client.send("PING x");
            WebClient.Frame pong = client.nextFrame();
            assertThat(pong.first()).isEqualTo(WebClient.LAST | WebClient.TEXT);
            assertThat(pong.text()).isEqualTo(":snug.local PONG snug.local x");
        }
    }

    @Test
    void compressionIsNotTakenUp() {
        String request =
                WebClient.request(
                        "Sec-WebSocket-Protocol: text.ircv3.net",
                        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        assertThat(dial().open(bytes(request)))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContain("Extensions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\n\r\n",
                "NICK ann\r\nUSER a 0 * :A\r\n\r\n",
                "GET / HTTP/1.1\r\nnonsense\r\n\r\n",
                "\r\n\r\n",
            })
    void whatIsNoHandshakeIsABadRequest(String request) {
        assertThat(dial().open(bytes(request))).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(text("ann").ask("PING x")).hasSize(1);
    }

    @Test
    void aRequestThatLacksSomethingIsABadRequest() {
        String whole = WebClient.request();
        for (String given : List.of("Host: localhost", "Upgrade: websocket", "websocket", "==")) {
            String request = whole.replace(given, "X: y");
            assertThat(dial().open(bytes(request)))
                    .as(request)
                    .startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void anotherVersionIsToldWhichOneThereIs() {
        String request = WebClient.request().replace("Version: 13", "Version: 8");
        assertThat(dial().open(bytes(request)))
                .startsWith("HTTP/1.1 426 ")
                .contains("\r\nSec-WebSocket-Version: 13\r\n");
    }

    @Test
    void aRequestWithoutEndIsRefused() {
        String request = "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000);
        assertThat(dial().open(bytes(request))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void onlyPagesOfTheGivenOriginsMayConnect() {
        restart(
                options ->
                        options.withWebSockets(
                                "localhost", 0, Set.of("https://Chat.example", "http://b")));

        assertThat(dial().open(bytes(WebClient.request("Origin: https://evil.example"))))
                .startsWith("HTTP/1.1 403 ");
        assertThat(dial().open(bytes(WebClient.request()))).startsWith("HTTP/1.1 403 ");
        assertThat(dial().open(bytes(WebClient.request("Origin: https://chat.example"))))
                .startsWith("HTTP/1.1 101 ");
    }

    @Test
    void aRequestMayComeInPiecesAndFramesRightBehindIt() {
        WebClient client = dial();
        byte[] request = bytes(WebClient.request("Sec-WebSocket-Protocol: text.ircv3.net"));
        for (int i = 0; i < request.length - 4; i++) {
            client.sendRaw(new byte[] {request[i]});
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(request, request.length - 4, 4);
        rest.writeBytes(WebClient.frame(WebClient.LAST | WebClient.TEXT, bytes("PING x")));

        assertThat(client.open(rest.toByteArray())).startsWith("HTTP/1.1 101 ");
        assertThat(client.next()).isEqualTo(":snug.local PONG snug.local x");
    }

    @Test
    void connectionsBeyondTheLimitAreTurnedAwayInTheWordsOfHttp() {
        listen(options -> options.withLimits(options.limits().withConnections(1, 100)));
        text("ann");

        assertThat(dial().open(new byte[0])).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void whoDoesNotFinishTheHandshakeIsDropped() throws IOException {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        use(
                ChatServer.start(
                        defaults().withWebSockets("localhost", 0, Set.of()),
                        clock::get,
                        System::currentTimeMillis));
        WireClient watch = person("watch");
        WebClient late = dial().sendRaw(bytes("GET / HTTP/1.1\r\n"));
        watch.sync();

        clock.addAndGet(Duration.ofSeconds(31).toNanos());
        watch.sync();

        assertThat(late.open(new byte[0])).startsWith("HTTP/1.1 408 ");
    }
}
