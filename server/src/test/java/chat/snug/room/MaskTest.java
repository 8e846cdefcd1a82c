package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aMaskMadeToBeSlowIsNot() {
        assertThat(Mask.matches("*a".repeat(200) + "b", "a".repeat(20_000))).isFalse();
    }

    @Test
    void knowsWhatIsAMask() {
        assertThat(Mask.isMask("a*")).isTrue();
        assertThat(Mask.isMask("a?")).isTrue();
        assertThat(Mask.isMask("ann")).isFalse();
    }
}
