package chat.snug.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, in whatever pieces: who keeps to the protocol is served all the time. */
class WebSocketFuzzTest extends LiveServer {
    private static final int ATTACKERS = 60;

    private static final List<String> LINES =
            List.of(
                    "NICK x",
                    "USER u 0 * :U",
                    "JOIN #den",
                    "PRIVMSG #den :boo",
                    "METADATA * SUB url status avatar",
                    "METADATA * SET url :x",
                    "METADATA #den SYNC",
                    "METADATA *ALL SYNC",
                    "METADATA * CLEAR",
                    "CAP REQ :batch draft/metadata-3 labeled-response",
                    "CAP END",
                    "QUIT");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whoKeepsToTheProtocolIsServed(long seed) {
        restart(options -> options.withWebSockets("localhost", 0, Set.of()));
        InetSocketAddress address = requireNonNull(server().webAddress());
        Random random = new Random(seed);
        try (WebClient honest = new WebClient(address)) {
            honest.open("text.ircv3.net");
            honest.register("honest", "CAP REQ :batch draft/metadata-3", "CAP END");
            honest.ask("JOIN #den", "METADATA * SUB url");
            for (int i = 0; i < ATTACKERS; i++) {
                try (WebClient attacker = new WebClient(address)) {
                    attack(attacker, random);
                } catch (UncheckedIOException _) {
                    // the server had enough of it
                }
                assertThat(honest.ask("METADATA * SET url :" + i))
                        .contains(":snug.local 761 honest honest url * " + i)
                        .noneMatch(line -> line.contains("Internal error"));
            }
            assertThat(honest.ask("NAMES #den")).isNotEmpty();
        }
    }

    private static void attack(WebClient attacker, Random random) {
        if (random.nextInt(4) > 0) {
            attacker.open("text.ircv3.net, binary.ircv3.net");
        }
        byte[] bytes = bytes(random);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
            attacker.sendRaw(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
    }

    /** Frames of which most are right, and noise. */
    private static byte[] bytes(Random random) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8);
            byte[] frame =
                    WebClient.frame(
                            random.nextInt(8) == 0
                                    ? random.nextInt(256)
                                    : WebClient.LAST | (1 + random.nextInt(2)),
                            line);
            switch (random.nextInt(12)) {
                case 0 -> frame[random.nextInt(frame.length)] ^= (byte) random.nextInt(256);
                case 1 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
                case 2 -> {
                    byte[] noise = new byte[random.nextInt(3_000)];
                    random.nextBytes(noise);
                    frame = noise;
                }
                default -> {
                    // as it is
                }
            }
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }
}
