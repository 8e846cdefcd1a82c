package chat.snug.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void onlyTheRightPasswordMatches() {
        Verifier verifier = Verifier.of("the right one", 10, random);

        assertThat(verifier.matches("the right one")).isTrue();
        assertThat(verifier.matches("the wrong one")).isFalse();
        assertThat(verifier.matches("")).isFalse();
        assertThat(verifier.matches("\u0007")).isFalse();
    }

    @Test
    void theSamePasswordIsNeverKeptInTheSameWay() {
        assertThat(Verifier.of("same", 10, random).text())
                .isNotEqualTo(Verifier.of("same", 10, random).text())
                .startsWith("SCRAM-SHA-256$10:")
                .doesNotContain("same");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Verifier verifier = Verifier.of("密码 pass", 10, random);
        Verifier read = Objects.requireNonNull(Verifier.parse(verifier.text()));

        assertThat(read.text()).isEqualTo(verifier.text());
        assertThat(read.matches("密码 pass")).isTrue();
    }

    /** SASLprep, RFC 4013: what looks the same is the same. */
    @Test
    void passwordsAreComparedAsTheyLook() {
        assertThat(Verifier.of("I\u00ADX", 10, random).matches("IX")).isTrue();
        assertThat(Verifier.of("\u2168", 10, random).matches("IX")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0007b", "\u00AD", "\uD800x"})
    void whatCannotBeTypedIsNoPassword(String password) {
        assertThat(Verifier.isUsable(password)).isFalse();
        assertThatThrownBy(() -> Verifier.of(password, 10, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "SCRAM-SHA-1$10:AAAA$AAAA:AAAA",
                "SCRAM-SHA-256$x:AAAA$AAAA:AAAA",
                "SCRAM-SHA-256$10:%$AAAA:AAAA",
                "SCRAM-SHA-256$10:AAAA$AAAA"
            })
    void whatIsNoVerifierIsNotRead(String text) {
        assertThat(Verifier.parse(text)).isNull();
    }
}
