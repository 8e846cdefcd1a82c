package chat.snug.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** IRCv3 WebSocket support: lines as messages, and back. */
class WebSocketTest extends WebSocketFixture {
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
}
