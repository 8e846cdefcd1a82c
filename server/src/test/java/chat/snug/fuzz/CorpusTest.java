package chat.snug.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer knows and once found stays right. */
class CorpusTest {
    private static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of(
                    "InviteTarget", InviteTarget::fuzzerTestOneInput,
                    "LineDecoderTarget", LineDecoderTarget::fuzzerTestOneInput,
                    "MaskTarget", MaskTarget::fuzzerTestOneInput,
                    "MessageTarget", MessageTarget::fuzzerTestOneInput,
                    "NameTarget", NameTarget::fuzzerTestOneInput,
                    "SaslTarget", SaslTarget::fuzzerTestOneInput,
                    "SniffingTarget", SniffingTarget::fuzzerTestOneInput,
                    "TagsTarget", TagsTarget::fuzzerTestOneInput);

    static Stream<String> targets() {
        return TARGETS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holds(String name) {
        int played = CorpusCheck.play(Path.of("src/test/corpus", name), TARGETS.get(name));

        assertThat(played).isPositive();
    }
}
