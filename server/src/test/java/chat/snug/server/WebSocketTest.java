package chat.snug.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 WebSocket support, and RFC 6455 as far as a server owes it. */
class WebSocketTest extends LiveServer {
    private final List<WebClient> webClients = new ArrayList<>();

    @BeforeEach
    void listen() {
        listen(options -> options);
    }

    private void listen(UnaryOperator<ServerOptions> change) {
        restart(options -> change.apply(options.withWebSockets("localhost", 0, Set.of())));
    }

    /** However long it takes to send something: nobody may send more because of that. */
    private void listenWithoutTime() throws IOException {
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

    private WebClient dial() {
        InetSocketAddress address = requireNonNull(server().webAddress());
        WebClient client = new WebClient(address);
        webClients.add(client);
        return client;
    }

    private WebClient open(String subprotocols) {
        WebClient client = dial();
        assertThat(client.open(subprotocols)).startsWith("HTTP/1.1 101 ");
        return client;
    }

    private WebClient text(String nick, String... before) {
        return open("text.ircv3.net").register(nick, before);
    }

    // ---- the handshake

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

    // ---- lines

    @Test
    void aLineIsAMessageWithoutItsEnd() {
        WebClient ann = open("text.ircv3.net");
        ann.send("NICK ann", "USER user 0 * :Ann");
        WebClient.Frame welcome = ann.nextFrame();

        assertThat(welcome.first()).isEqualTo(WebClient.LAST | WebClient.TEXT);
        assertThat(welcome.text())
                .isEqualTo(":snug.local 001 ann :Welcome to the Snug Network, ann!user@127.0.0.1");
        assertThat(ann.sync()).noneMatch(line -> line.contains("\r") || line.contains("\n"));
    }

    @Test
    void binaryIsAnsweredInBinary() {
        WebClient ann = open("binary.ircv3.net");
        ann.sendFrame(WebClient.LAST | WebClient.BINARY, bytes("PING x"));
        WebClient.Frame pong = ann.nextFrame();

        assertThat(pong.first()).isEqualTo(WebClient.LAST | WebClient.BINARY);
        assertThat(pong.text()).isEqualTo(":snug.local PONG snug.local x");
    }

    @Test
    void eitherTypeIsTakenFromTheClient() {
        WebClient ann = open("text.ircv3.net");
        ann.sendFrame(WebClient.LAST | WebClient.BINARY, bytes("PING x"));
        assertThat(ann.nextFrame().first()).isEqualTo(WebClient.LAST | WebClient.TEXT);
    }

    @Test
    void everyoneInARoomIsSentTheSameWords() {
        List<WireClient> plain = new ArrayList<>();
        List<WebClient> texts = new ArrayList<>();
        List<WebClient> binaries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            plain.add(person("plain" + i));
            texts.add(text("text" + i));
            binaries.add(open("binary.ircv3.net").register("binary" + i));
        }
        texts.add(text("tagged", "CAP REQ :message-tags", "CAP END"));
        WebClient speaker = text("speaker");
        plain.forEach(client -> client.ask("JOIN #den"));
        texts.forEach(client -> client.ask("JOIN #den"));
        binaries.forEach(client -> client.ask("JOIN #den"));
        speaker.ask("JOIN #den");
        plain.forEach(WireClient::sync);
        texts.forEach(WebClient::sync);
        binaries.forEach(WebClient::sync);
        String words = "żółw 水 👋 " + "x".repeat(200);

        for (int i = 0; i < 3; i++) {
            speaker.send("PRIVMSG #den :" + i + words);
        }
        speaker.sync();

        for (int i = 0; i < 3; i++) {
            String line = ":speaker!user@127.0.0.1 PRIVMSG #den :" + i + words;
            plain.forEach(client -> assertThat(client.next()).isEqualTo(line));
            for (WebClient client : binaries) {
                WebClient.Frame frame = client.nextFrame();
                assertThat(frame.first()).isEqualTo(WebClient.LAST | WebClient.BINARY);
                assertThat(frame.text()).isEqualTo(line);
            }
            for (WebClient client : texts.subList(0, 4)) {
                WebClient.Frame frame = client.nextFrame();
                assertThat(frame.first()).isEqualTo(WebClient.LAST | WebClient.TEXT);
                assertThat(frame.text()).isEqualTo(line);
            }
            assertThat(texts.get(4).next()).startsWith("@msgid=").endsWith(" " + line);
        }
        plain.getFirst().send("QUIT :bye").untilClosed();
        assertThat(texts.get(0).next()).isEqualTo(":plain0!user@127.0.0.1 QUIT :Quit: bye");
        assertThat(binaries.get(0).next()).isEqualTo(":plain0!user@127.0.0.1 QUIT :Quit: bye");
    }

    @Test
    void lineEndsAroundAMessageAreLeftOutAndThoseInsideAreSpaces() {
        WebClient ann = text("ann");
        WireClient bob = person("bob");

        ann.ask("PRIVMSG bob :one\r\n", "\r\n", "", "\nPRIVMSG bob :two\nQUIT\r\nQUIT");

        assertThat(bob.sync())
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG bob :one",
                        ":ann!user@127.0.0.1 PRIVMSG bob :two QUIT  QUIT");
    }

    @Test
    void piecesOfAMessageAreCountedAsSayingNothingIs() throws IOException {
        listenWithoutTime();
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.TEXT, new byte[0]);
        byte[] piece = WebClient.frame(WebClient.CONTINUATION, new byte[0]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 70 * 32; i++) {
            many.writeBytes(piece);
        }
        ann.sendRaw(many.toByteArray());
        assertThat(ann.next()).contains(" WARN * RATE_LIMITED ");
    }

    @Test
    void pingsAreCountedAsSayingNothingIs() throws IOException {
        listenWithoutTime();
        WebClient ann = text("ann");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ann.sendFrame(WebClient.LAST | WebClient.PING, new byte[0]);
        }
        WebClient.Frame frame = ann.nextFrame();
        while (frame.first() == (WebClient.LAST | WebClient.PONG)) {
            told.add(frame.text());
            frame = ann.nextFrame();
        }

        assertThat(frame.text()).contains(" WARN * RATE_LIMITED ");
        assertThat(told).hasSizeLessThan(2_500);
    }

    @Test
    void aMessageMayComeInFragmentsWithPingsBetween() {
        WebClient ann = text("ann");
        byte[] line = bytes("PING :水水");
        ann.sendFrame(WebClient.TEXT, part(line, 0, 7)); // ends inside of a character
        ann.sendFrame(WebClient.LAST | WebClient.PING, bytes("are you there"));
        ann.sendFrame(WebClient.CONTINUATION, new byte[0]);
        ann.sendFrame(WebClient.CONTINUATION, part(line, 7, 8));
        ann.sendFrame(WebClient.LAST | WebClient.CONTINUATION, part(line, 8, line.length));

        WebClient.Frame pong = ann.nextFrame();
        assertThat(pong.first()).isEqualTo(WebClient.LAST | WebClient.PONG);
        assertThat(pong.text()).isEqualTo("are you there");
        assertThat(ann.next()).isEqualTo(":snug.local PONG snug.local 水水");
        assertThat(ann.sendFrame(WebClient.LAST | WebClient.PONG, new byte[3]).ask("PING y"))
                .hasSize(1);
    }

    @Test
    void aLineThatIsTooLongIsAnsweredAsOverTcp() {
        WebClient ann = text("ann");

        assertThat(ann.ask("PRIVMSG ann :" + "x".repeat(498)))
                .containsExactly(":snug.local 417 ann :Input line was too long");
        assertThat(ann.ask("PRIVMSG ann :" + "x".repeat(497)))
                .singleElement()
                .asString()
                .startsWith(":ann!user@127.0.0.1 PRIVMSG ann :xxx");
        assertThat(ann.ask("PRIVMSG ann :" + "x".repeat(65_000)))
                .containsExactly(":snug.local 417 ann :Input line was too long");
    }

    @Test
    void whatIsNotUtf8IsRefusedInBinaryAndEndsText() {
        WebClient ann = open("binary.ircv3.net").register("ann");
        byte[] latin = "PRIVMSG ann :gr\u00fc\u00df".getBytes(StandardCharsets.ISO_8859_1);

        ann.sendFrame(WebClient.LAST | WebClient.BINARY, latin);
        assertThat(ann.sync())
                .singleElement()
                .asString()
                .startsWith(":snug.local FAIL PRIVMSG INVALID_UTF8 :");

        ann.sendFrame(WebClient.LAST | WebClient.TEXT, latin);
        assertClosed(ann, 1007);
    }

    // ---- what breaks the protocol ends the connection, and no other

    @Test
    void aFrameThatIsNotMaskedEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendRaw(new byte[] {(byte) 0x81, 3, 'a', 'b', 'c'});
        assertClosed(ann, 1002);
    }

    @Test
    void aMessageThatIsMuchTooLongEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendRaw(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4});
        assertClosed(ann, 1009);

        WebClient bob = text("bob");
        bob.sendRaw(
                new byte[] {(byte) 0x81, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4});
        assertClosed(bob, 1009);

        WebClient cid = text("cid");
        cid.sendFrame(WebClient.TEXT, new byte[60_000]);
        cid.sendFrame(WebClient.CONTINUATION, new byte[60_000]);
        assertClosed(cid, 1009);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC1, 0xA1, 0x91, 0x83, 0x8B, 0x80, 0x09, 0x08})
    void aFrameThatCannotBeEndsTheConnection(int first) {
        WebClient ann = text("ann");
        ann.sendFrame(first, bytes("hello"));
        assertClosed(ann, 1002);
    }

    @Test
    void aMessageInsideAMessageEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.TEXT, bytes("PING"));
        ann.sendFrame(WebClient.LAST | WebClient.TEXT, bytes("PING x"));
        assertClosed(ann, 1002);
    }

    @Test
    void aPingOfMoreThan125BytesEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.LAST | WebClient.PING, new byte[126]);
        assertClosed(ann, 1002);
    }

    @Test
    void aGoodbyeWhoseReasonIsNoTextEndsTheConnection() {
        WebClient ann = text("ann");
        ann.sendFrame(WebClient.LAST | WebClient.CLOSE, new byte[] {3, (byte) 0xE8, (byte) 0xFF});
        assertClosed(ann, 1002);
    }

    private void assertClosed(WebClient client, int code) {
        List<WebClient.Frame> frames = client.untilClosed();
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().opcode()).isEqualTo(WebClient.CLOSE);
        assertThat(frames.getFirst().closeCode()).isEqualTo(code);
        assertThat(person("witness" + code).ask("PING x")).hasSize(1);
    }

    // ---- the end

    @Test
    void aCloseFrameIsAnsweredAndTheOthersAreTold() {
        WireClient bob = person("bob");
        WebClient ann = text("ann");
        bob.ask("JOIN #den");
        ann.ask("JOIN #den");
        bob.sync();

        ann.sendFrame(WebClient.LAST | WebClient.CLOSE, new byte[] {3, (byte) 0xE8});

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames.getFirst().opcode()).isEqualTo(WebClient.CLOSE);
        assertThat(frames.getFirst().closeCode()).isEqualTo(1000);
        assertThat(bob.next()).isEqualTo(":ann!user@127.0.0.1 QUIT :Connection closed");
    }

    @Test
    void quitEndsWithAnErrorAndACloseFrame() {
        WebClient ann = text("ann");
        ann.send("QUIT :bye");

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).text()).isEqualTo("ERROR :Quit: bye");
        assertThat(frames.get(1).closeCode()).isEqualTo(1000);
    }

    @Test
    void whenTheServerClosesItSaysSo() {
        WebClient ann = text("ann");
        WebClient halfway = dial().sendRaw(bytes("GET / HTTP/1.1\r\n"));
        ann.sync();
        server().close();

        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(1).text()).isEqualTo("ERROR :The host closed the room");
        assertThat(frames.get(2).closeCode()).isEqualTo(1001);
        assertThat(halfway.open(new byte[0])).startsWith("HTTP/1.1 ");
    }

    // ---- the limits of a connection

    @Test
    void whoSendsTooManyMessagesWaitsAndLosesNothing() throws IOException {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        use(
                ChatServer.start(
                        defaults()
                                .withWebSockets("localhost", 0, Set.of())
                                .withLimits(ServerLimits.defaults().withLines(RateLimit.of(10, 2))),
                        clock::get,
                        System::currentTimeMillis));
        WireClient watch = person("watch");
        WebClient ann = open("text.ircv3.net");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            all.writeBytes(WebClient.frame(WebClient.LAST | WebClient.TEXT, bytes("PING " + i)));
        }
        ann.sendRaw(all.toByteArray());
        for (int i = 0; i < 10; i++) {
            assertThat(ann.next()).endsWith(" " + i);
        }
        for (int i = 10; i < 30; i += 2) {
            watch.sync();
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            watch.sync();
            assertThat(ann.next()).endsWith(" " + i);
            assertThat(ann.next()).endsWith(" " + (i + 1));
        }
    }

    @Test
    void whoIsSilentIsAskedAndDropped() throws IOException {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        use(
                ChatServer.start(
                        defaults().withWebSockets("localhost", 0, Set.of()),
                        clock::get,
                        System::currentTimeMillis));
        WireClient watch = person("watch");
        WebClient ann = text("ann");

        clock.addAndGet(Duration.ofSeconds(61).toNanos());
        watch.sync();
        assertThat(ann.next()).isEqualTo("PING snug.local");
        clock.addAndGet(Duration.ofSeconds(30).toNanos());
        watch.sync();
        List<WebClient.Frame> frames = ann.untilClosed();
        assertThat(frames.get(0).text()).isEqualTo("ERROR :Ping timeout: 90 seconds");
        assertThat(frames.get(1).opcode()).isEqualTo(WebClient.CLOSE);
    }

    @Test
    void whoDoesNotReadIsClosedAndTheOthersAreNot() {
        listen(options -> options.withLimits(options.limits().withQueueBytes(200_000)));
        WireClient bob = person("bob");
        WebClient greedy = text("greedy");
        bob.ask("JOIN #den");
        greedy.ask("JOIN #den");
        bob.sync();

        boolean isOpen = true;
        byte[] ping = WebClient.frame(WebClient.LAST | WebClient.PING, new byte[125]);
        for (int i = 0; i < 200_000 && isOpen; i++) {
            try {
                greedy.sendRaw(ping);
            } catch (UncheckedIOException _) {
                isOpen = false;
            }
        }
        assertThat(bob.next())
                .isEqualTo(
                        ":greedy!user@127.0.0.1 QUIT :Send queue full: the client does not read");
        assertThat(bob.ask("PING x")).hasSize(1);
    }

    // ---- a client that was not written for this test

    @Test
    void theClientOfTheJdkComesIn() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        WebSocket.Listener listener =
                new WebSocket.Listener() {
                    private final StringBuilder line = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(
                            WebSocket from, CharSequence data, boolean last) {
                        line.append(data);
                        if (last) {
                            lines.add(line.toString());
                            line.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }

                    @Override
                    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
                        lines.add("pong " + data.remaining());
                        from.request(1);
                        return null;
                    }
                };
        InetSocketAddress address = requireNonNull(server().webAddress());
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket socket =
                    http.newWebSocketBuilder()
                            .subprotocols("binary.example", "text.ircv3.net")
                            .buildAsync(URI.create("ws://localhost:" + address.getPort()), listener)
                            .get(60, TimeUnit.SECONDS);
            assertThat(socket.getSubprotocol()).isEqualTo("text.ircv3.net");
            socket.sendText("NICK jdk", true).get();
            socket.sendText("USER j 0 * ", false).get();
            socket.sendText(":J", true).get();
            assertThat(lines.poll(60, TimeUnit.SECONDS)).contains(" 001 jdk ");
            socket.sendPing(ByteBuffer.allocate(5)).get();
            socket.sendText("QUIT :bye", true).get();
            List<String> rest = new ArrayList<>();
            while (!rest.contains("ERROR :Quit: bye")) {
                String line = lines.poll(60, TimeUnit.SECONDS);
                assertThat(line).as("after " + rest).isNotNull();
                rest.add(line);
            }
            assertThat(rest).contains("pong 5");
            socket.abort();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }
}
