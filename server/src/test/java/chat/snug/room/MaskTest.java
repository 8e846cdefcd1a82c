package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a*c, abc, true",
        "a*c, ac, true",
        "a*c, abcd, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "a?c, a😀c, true",
        "*!*@10.0.*, ann!u@10.0.0.7, true",
        "*!*@10.0.?, ann!u@10.0.0.7, false",
        "**b**, abc, true",
        "*a*b*c, xxaxxbxxcxxc, true",
        "?, '', false",
    })
    void matches(String mask, String text, boolean expected) {
        assertThat(Mask.matches(mask, text)).isEqualTo(expected);
    }

    /** As the longest line may be, on the longest text that anybody has. */
    static Stream<String> madeToBeSlow() {
        return Stream.of(
                "*a".repeat(200) + "b",
                "*" + "a".repeat(120) + "b",
                "*" + "?".repeat(120) + "b*",
                "*" + "?a".repeat(100) + "*b",
                ("*" + "?".repeat(9)).repeat(40) + "b");
    }

    /** The plain way needs some hundred million steps for each of these texts. */
    @ParameterizedTest
    @MethodSource("madeToBeSlow")
    void aMaskMadeToBeSlowIsNot(String mask) {
        assertThat(Mask.matches(mask, "a".repeat(2_000_000))).isFalse();
        assertThat(Mask.matches(mask, "a".repeat(2_000_000) + "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void allWaysAtOnceAreTheSameAsOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        String[] pieces = {"*", "*", "?", "a", "b", "\ud83d\ude00"};
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder mask = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                mask.append(pieces[random.nextInt(pieces.length)]);
            }
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces[random.nextInt(3, pieces.length)]);
            }
            boolean matches = Mask.matches(mask.toString(), text.toString());
            assertThat(new MaskStates(mask.toString()).match(text.toString()))
                    .as("%s on %s", mask, text)
                    .isEqualTo(matches);
            matched += matches ? 1 : 0;
        }
        assertThat(matched).isBetween(2_000, 18_000);
    }

    /** More places than fit into one number. */
    @Test
    void allWaysAtOnceKnowLongMasks() {
        String mask = "ab?".repeat(60) + "*c";
        String text = "abx".repeat(60);

        assertThat(new MaskStates(mask).match(text + "c")).isTrue();
        assertThat(new MaskStates(mask).match(text + "xxc")).isTrue();
        assertThat(new MaskStates(mask).match(text)).isFalse();
        assertThat(new MaskStates(mask).match("b" + text.substring(1) + "c")).isFalse();
    }

    @Test
    void knowsWhatIsAMask() {
        assertThat(Mask.isMask("a*")).isTrue();
        assertThat(Mask.isMask("a?")).isTrue();
        assertThat(Mask.isMask("ann")).isFalse();
    }
}
