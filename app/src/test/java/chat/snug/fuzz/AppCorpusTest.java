package chat.snug.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.AddressTarget;
import chat.snug.client.HostLinesTarget;
import chat.snug.client.HostWordsTarget;
import chat.snug.client.SpokenTextTarget;
import chat.snug.trust.KnownHostsTarget;
import chat.snug.ui.SettingsTarget;
import chat.snug.ui.timeline.MessageTextTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer knows and once found stays right, and so do seeded changes of it. */
class AppCorpusTest {
    private static final int CHANGES = 100;
    private static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of(
                    "AddressTarget", AddressTarget::fuzzerTestOneInput,
                    "HostLinesTarget", HostLinesTarget::fuzzerTestOneInput,
                    "HostWordsTarget", HostWordsTarget::fuzzerTestOneInput,
                    "KnownHostsTarget", KnownHostsTarget::fuzzerTestOneInput,
                    "MessageTextTarget", MessageTextTarget::fuzzerTestOneInput,
                    "SettingsTarget", SettingsTarget::fuzzerTestOneInput,
                    "SpokenTextTarget", SpokenTextTarget::fuzzerTestOneInput);

    static Stream<String> targets() {
        return TARGETS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holds(String name) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Path.of("src/test/corpus", name))) {
            inputs = files.sorted().toList();
        }
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            Random random = new Random(Arrays.hashCode(bytes));
            play(name, bytes, input);
            for (int i = 0; i < CHANGES && bytes.length > 0; i++) {
                play(name, changed(bytes, random), input);
            }
        }
        assertThat(inputs).isNotEmpty();
    }

    private static void play(String name, byte[] input, Path from) {
        try {
            TARGETS.get(name).accept(input);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(from + ": " + HexFormat.of().formatHex(input), e);
        }
    }

    /** Some bytes are others, or stand elsewhere as well. */
    private static byte[] changed(byte[] input, Random random) {
        byte[] changed = input.clone();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            int at = random.nextInt(changed.length);
            int from = random.nextInt(input.length);
            int length = Math.min(random.nextInt(1, 9), input.length - Math.max(at, from));
            if (random.nextBoolean()) {
                changed[at] = (byte) random.nextInt(256);
            } else {
                System.arraycopy(input, from, changed, at, length);
            }
        }
        return changed;
    }
}
